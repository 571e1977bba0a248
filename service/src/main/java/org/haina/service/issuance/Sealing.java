package org.haina.service.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

    private final CertificateRows rows;
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
            Certificates certificates,
            CertificateMaker maker,
            CertificateFiles files,
            CertificateCalls calls,
            Cases cases,
            Organs organs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
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
        rows.seal(
                file.number(),
                new SealedCertificate(
                        made.identifier(),
                        numbered.edition(),
                        kept.file(),
                        kept.hash(),
                        made.facts(),
                        at,
                        made.validUntil()));
        calls.register(file.number(), made.registration(), open.title());
        certificates.replaceBefore(file.number());
        cases.note(file.number(), "CERTIFICATE_SEALED", open.title() + "已制作并签名", Actor.SYSTEM);
        audit.record(new AuditEntry(
                "haina", "certificate.issue", "certificate:" + open.id(), file.number(), Map.of("hash", kept.hash())));
    }

    /** A number that is carried on has had an edition before, wherever that was made. */
    private int edition(Certificate open, CaseFile file) {
        if (!maker.carriesOn(file)) {
            return open.edition();
        }
        String number = open.number().orElseThrow();
        rows.lock(open.title(), number);
        return rows.nextEdition(open.title(), number);
    }
}
