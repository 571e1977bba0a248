package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.edge.Problem;
import org.springframework.stereotype.Component;

/**
 * 更正: a change or renewal is annulled upon which another edition has been built. The one that stands is made anew from what is left,
 * if it showed anything of it or lasted as long because of it.
 */
@Component
class CarriedFaces {

    private final CertificateRows rows;
    private final EditionRows editions;
    private final Certificates certificates;
    private final AmendedLicences amended;
    private final CertificateMaker maker;
    private final CertificateFiles files;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Catalog catalog;
    private final Organs organs;
    private final Audit audit;
    private final Clock clock;

    CarriedFaces(
            CertificateRows rows,
            EditionRows editions,
            Certificates certificates,
            AmendedLicences amended,
            CertificateMaker maker,
            CertificateFiles files,
            CertificateCalls calls,
            Cases cases,
            Catalog catalog,
            Organs organs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.editions = editions;
        this.certificates = certificates;
        this.amended = amended;
        this.maker = maker;
        this.files = files;
        this.calls = calls;
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an edition has from those before it. */
    private record Carried(ObjectNode face, Optional<LocalDate> lastDay) {}

    /**
     * Annuls a change or renewal that another has replaced, and rids the edition that stands of it.
     *
     * @param word 变更 or 延续
     */
    void leave(Certificate change, String word, String reason, Official by) {
        editions.lock(change.title(), change.number().orElseThrow());
        Optional<Certificate> standing = standing(change);
        Optional<Carried> before = standing.map(this::carried);
        certificates.leaveRow(change, word, reason, by);
        standing.filter(one -> !before.equals(Optional.of(carried(one)))).ifPresent(one -> anew(one, word, reason, by));
    }

    /** The edition that stands, if it shows what the editions before it say. */
    private Optional<Certificate> standing(Certificate change) {
        CaseFile file = cases.get(change.caseNumber());
        return editions.chain(change.title(), change.number().orElseThrow(), file.applicant()).stream()
                .filter(one -> certificates.status(one) == CertificateStatus.VALID)
                .filter(one -> amended.amending(
                                catalog.version(cases.get(one.caseNumber()).itemVersion()))
                        .isPresent())
                .findFirst();
    }

    private Carried carried(Certificate standing) {
        CaseFile file = cases.get(standing.caseNumber());
        return new Carried(amended.face(file, standing), amended.lastDay(file, standing));
    }

    private void anew(Certificate standing, String word, String reason, Official by) {
        if (standing.registeredAt().isEmpty()) {
            throw Problem.conflict("此后颁发的证书正在归集到电子证照库，归集完成以后才能更正它。请稍后再作出决定。");
        }
        CaseFile file = cases.get(standing.caseNumber());
        Organ issuer = organs.byCode(file.acting()).orElseThrow();
        Instant at = clock.instant();
        Certificate next = standing.as(
                editions.nextEdition(standing.title(), standing.number().orElseThrow()));
        MadeCertificate made = maker.make(file, issuer, next, at);
        CertificateFiles.Kept kept = files.keep(file.number(), standing.title(), made.pdf());
        rows.seal(
                file.number(),
                new SealedCertificate(
                        made.identifier(),
                        next.edition(),
                        kept.file(),
                        kept.hash(),
                        made.facts(),
                        at,
                        made.validUntil()),
                CertificateStatus.VALID);
        calls.changeStatus(standing, CertificateStatus.REPLACED, reason);
        calls.register(file.number(), made.registration(), standing.title());
        cases.note(file.number(), "CERTIFICATE_CORRECTED", "证书已更正，不再记载被撤销的" + word + "，请重新下载；原来的文件失效", Actor.of(by));
        audit.record(new AuditEntry(
                by.account(),
                "certificate.correct",
                "certificate:" + standing.id(),
                file.number(),
                Map.of("hash", kept.hash())));
    }
}
