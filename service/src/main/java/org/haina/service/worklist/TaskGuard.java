package org.haina.service.worklist;

import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseAccess;
import org.haina.service.edge.Problem;
import org.springframework.stereotype.Component;

/** What stands between an official and a task beside district, organ and role. */
@Component
class TaskGuard {

    private final CaseAccess access;

    TaskGuard(CaseAccess access) {
        this.access = access;
    }

    /**
     * Nobody answers what he may not read; taking the task and giving it back are free.
     *
     * @throws Problem if the case is closed to him
     */
    void requireReadable(WorkItem item, Official by) {
        access.check(item.number(), by);
    }
}
