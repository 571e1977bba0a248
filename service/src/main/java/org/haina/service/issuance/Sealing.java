package org.haina.service.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** Seals the certificate of a case: made, kept, and on its way to the licence store. */
@Service
class Sealing {

    private final CertificateRows rows;
    private final CertificateMaker maker;
    private final CertificateFiles files;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Audit audit;
    private final Clock clock;

    Sealing(
            CertificateRows rows,
            CertificateMaker maker,
            CertificateFiles files,
            CertificateCalls calls,
            Cases cases,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.maker = maker;
        this.files = files;
        this.calls = calls;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Seals once, however often it is called for the case. */
    void seal(CaseNumber number) {
        Certificate open =
                rows.of(number).orElseThrow(() -> new IllegalStateException("Case " + number + " has no certificate"));
        if (open.status() == CertificateStatus.PREPARING) {
            seal(open, cases.get(number), clock.instant());
        }
    }

    private void seal(Certificate open, CaseFile file, Instant at) {
        MadeCertificate made = maker.make(file, open, at);
        CertificateFiles.Kept kept = files.keep(file.number(), open.title(), made.pdf());
        rows.seal(
                file.number(),
                new SealedCertificate(
                        made.identifier(), kept.file(), kept.hash(), made.facts(), at, made.validUntil()));
        calls.register(file.number(), made.registration(), open.title());
        cases.note(file.number(), "CERTIFICATE_SEALED", open.title() + "已制作并签名", Actor.SYSTEM);
        audit.record(new AuditEntry(
                "haina", "certificate.issue", "certificate:" + open.id(), file.number(), Map.of("hash", kept.hash())));
    }
}
