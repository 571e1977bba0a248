package org.haina.service.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** Seals the certificate of a case: made, kept, and on its way to the licence store. */
@Service
class Sealing {

    private static final Set<CertificateStatus> ENDED_FOR_GOOD =
            EnumSet.of(CertificateStatus.WITHDRAWN, CertificateStatus.REVOKED, CertificateStatus.CANCELLED);

    private final CertificateRows rows;
    private final EditionRows editions;
    private final LicenceLines lines;
    private final Certificates certificates;
    private final CertificateMaker maker;
    private final CertificateFiles files;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Organs organs;
    private final Audit audit;
    private final Clock clock;

    Sealing(
            CertificateRows rows,
            EditionRows editions,
            LicenceLines lines,
            Certificates certificates,
            CertificateMaker maker,
            CertificateFiles files,
            CertificateCalls calls,
            Cases cases,
            Organs organs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.editions = editions;
        this.lines = lines;
        this.certificates = certificates;
        this.maker = maker;
        this.files = files;
        this.calls = calls;
        this.cases = cases;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seals once, however often it is called for the case.
     *
     * @param issuing the organ that issues, as the model names it; empty for the one in charge
     */
    void seal(CaseNumber number, Optional<String> issuing) {
        Certificate open =
                rows.of(number).orElseThrow(() -> new IllegalStateException("Case " + number + " has no certificate"));
        if (open.status() == CertificateStatus.PREPARING) {
            CaseFile file = cases.get(number);
            seal(open, file, organs.acting(file.district(), issuing), clock.instant());
        }
    }

    private void seal(Certificate open, CaseFile file, Organ issuer, Instant at) {
        Certificate numbered = open.as(edition(open, file));
        MadeCertificate made = maker.make(file, issuer, numbered, at);
        CertificateFiles.Kept kept = files.keep(file.number(), open.title(), made.pdf());
        lines.join(file.number(), at);
        rows.seal(
                file.number(),
                new SealedCertificate(
                        made.identifier(),
                        numbered.edition(),
                        kept.file(),
                        kept.hash(),
                        made.facts(),
                        at,
                        made.validUntil()),
                CertificateStatus.PREPARING);
        calls.register(file.number(), made.registration(), open.title());
        certificates.replaceBefore(file.number());
        cases.note(file.number(), "CERTIFICATE_SEALED", open.title() + "已制作并签名", Actor.SYSTEM);
        audit.record(new AuditEntry(
                "haina", "certificate.issue", "certificate:" + open.id(), file.number(), Map.of("hash", kept.hash())));
    }

    /**
     * What an act has ended since the decision does not come back as a new edition: the case waits for a person. One that was
     * annulled after it had itself replaced another may be issued anew.
     */
    private void requireStanding(String title, String number, CaseFile file) {
        Set<CertificateStatus> before = editions.statuses(title, number);
        boolean ended = ENDED_FOR_GOOD.stream().anyMatch(before::contains)
                || before.contains(CertificateStatus.ANNULLED) && !before.contains(CertificateStatus.REPLACED);
        if (ended && !before.contains(CertificateStatus.VALID)) {
            throw new IllegalStateException("The certificate that case " + file.number() + " carries on has ended");
        }
    }

    /** A number that is carried on has had an edition before, wherever that was made. */
    private int edition(Certificate open, CaseFile file) {
        if (!maker.carriesOn(file)) {
            return open.edition();
        }
        String number = open.number().orElseThrow();
        editions.lock(open.title(), number);
        requireStanding(open.title(), number, file);
        return editions.nextEdition(open.title(), number);
    }
}
