/**
 * 事后核查: looking into what was promised instead of proved, after the grant and within the item's limit, as a process of its own
 * beside the closed case. What is true ends there. What is not goes to a decider who is not the one who found it: 撤销 takes
 * the grant back in writing, annuls the certificate and lists the broken promise. Where the approval itself was promised, an order
 * to put things right within a period comes first (责令限期整改). Entry type:
 * {@link org.haina.service.laterchecks.LaterChecks}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "audit",
            "clock",
            "workflow",
            "catalog",
            "cases",
            "commitments",
            "documents",
            "pages",
            "worklist",
            "issuance"
        })
package org.haina.service.laterchecks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
