package org.haina.service.worklist;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseAccess;
import org.haina.service.edge.Problem;
import org.springframework.stereotype.Component;

/** What stands between an official and a task beside district, organ and role. */
@Component
class TaskGuard {

    private final CaseAccess access;
    private final List<TaskRule> rules;

    TaskGuard(CaseAccess access, List<TaskRule> rules) {
        this.access = access;
        this.rules = List.copyOf(rules);
    }

    /** @throws Problem if a rule is against it */
    void requireClaimable(WorkItem item, Official by) {
        rules.stream()
                .flatMap(rule -> rule.refusal(item, by).stream())
                .findFirst()
                .ifPresent(why -> {
                    throw Problem.forbidden(why);
                });
    }

    /**
     * As {@link #requireClaimable}; and nobody answers what he may not read, though he may take it and give it back.
     *
     * @throws Problem if a rule is against it, or the case is closed to him
     */
    void requireCompletable(WorkItem item, Official by) {
        requireClaimable(item, by);
        access.check(item.number(), by);
    }
}
