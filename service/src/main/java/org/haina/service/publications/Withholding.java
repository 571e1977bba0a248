package org.haina.service.publications;

import java.util.Map;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.publications.WithheldRows.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an entry out of what everybody may read, or lets it back in. Both stand in the log with who and why. */
@Service
class Withholding {

    private final WithheldRows rows;
    private final Audit audit;

    Withholding(WithheldRows rows, Audit audit) {
        this.rows = rows;
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

    private void record(String action, Entry entry, Map<String, String> detail, Official by) {
        audit.record(new AuditEntry(by.account(), action, "grant:" + entry.id(), entry.number(), detail));
    }
}
