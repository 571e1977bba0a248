package org.haina.processes;

import java.util.Set;

/** Roles that user tasks may name as candidate group. */
final class RoleNames {
    /** 受理人员. */
    static final String CLERK = "clerk";
    /** 审核人员. */
    static final String REVIEWER = "reviewer";
    /** 决定人员. */
    static final String DECIDER = "decider";

    /** 监督人员: answers what is complained of, and handles nothing else. */
    static final String SUPERVISOR = "supervisor";

    /** Every role a user task may name. */
    static final Set<String> ALL = Set.of(CLERK, REVIEWER, DECIDER, SUPERVISOR);

    private RoleNames() {}
}
