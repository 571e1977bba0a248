/**
 * Pages of those who oversee and change nothing in cases: the log for auditors, the ledger of calls, the steps that are stuck
 * and the calendar for operators, the open work of all districts for supervisors. Reading the log is itself recorded.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "pages",
            "audit",
            "calendar",
            "clock",
            "catalog",
            "workflow",
            "outbound",
            "cases",
            "complaints",
            "parties",
            "intake",
            "worklist",
            "desk"
        })
package org.haina.service.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
