package org.haina.service.publications;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.issuance.CertificateStandings;
import org.haina.service.keys.CaseNumber;
import org.haina.service.publications.WithheldRows.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an entry out of what everybody may read, or lets it back in; the next edition of what is withheld is withheld too. All
 * of it stands in the log with who and why.
 */
@Service
class Withholding {

    private final WithheldRows rows;
    private final CertificateStandings certificates;
    private final Audit audit;

    Withholding(WithheldRows rows, CertificateStandings certificates, Audit audit) {
        this.rows = rows;
        this.certificates = certificates;
        this.audit = audit;
    }

    /** False if there is no such entry, or it is withheld already. */
    @Transactional
    boolean withhold(UUID id, Ground ground, String reason, Official by) {
        return rows.lock(id)
                .filter(entry -> !entry.isWithheld())
                .map(entry -> {
                    rows.withhold(id, ground, reason, by.account());
                    record("grant.withhold", entry, Map.of("ground", ground.name(), "reason", reason), by);
                    return true;
                })
                .orElse(false);
    }

    /** False if there is no such entry, or it is published. */
    @Transactional
    boolean restore(UUID id, String reason, Official by) {
        return rows.lock(id)
                .filter(Entry::isWithheld)
                .map(entry -> {
                    rows.restore(id);
                    record("grant.restore", entry, Map.of("reason", reason), by);
                    return true;
                })
                .orElse(false);
    }

    /** A new entry of what took the place of a withheld one: a change or a renewal brings no secret to light. */
    void carryOver(UUID id, CaseNumber next) {
        before(next).filter(Entry::isWithheld).findFirst().ifPresent(before -> {
            rows.withholdLike(id, before.id());
            Map<String, String> detail = Map.of(
                    "ground", String.valueOf(before.ground()),
                    "reason", String.valueOf(before.reason()),
                    "document", before.document());
            audit.record(new AuditEntry("system", "grant.withhold", "grant:" + id, next, detail));
        });
    }

    /** Another paper for the same grant has no entry of its own; the entry is that of the paper before. */
    private Stream<Entry> before(CaseNumber number) {
        return certificates.replacedBy(number).stream()
                .flatMap(old -> rows.of(old).map(Stream::of).orElseGet(() -> before(old)));
    }

    private void record(String action, Entry entry, Map<String, String> detail, Official by) {
        audit.record(new AuditEntry(by.account(), action, "grant:" + entry.id(), entry.number(), detail));
    }
}
