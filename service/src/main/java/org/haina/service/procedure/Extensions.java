package org.haina.service.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseMove;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** What proposing and approving an extension have in common. */
@Component
class Extensions {

    private final Audit audit;
    private final Clock clock;

    Extensions(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** While the limit runs, from where the graph has the move, and only as the policy gives it (行政许可法 42). */
    boolean isPossible(Situation situation) {
        return CaseMove.EXTEND.isAllowedFrom(situation.file().status())
                && situation.clock().extension().isPresent()
                && situation
                        .decision()
                        .filter(deadline -> !deadline.due().isBefore(LocalDate.now(clock)))
                        .isPresent();
    }

    void record(String action, CaseNumber number, String account) {
        audit.record(new AuditEntry(account, "extension." + action, "case", number, Map.of()));
    }
}
