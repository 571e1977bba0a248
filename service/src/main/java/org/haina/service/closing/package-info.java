/**
 * The ends of a case that are not a decision's: withdrawal by the applicant, voiding by the head, hand-over to
 * another office, papers promised for later that did not come, and closing in order. No case is closed
 * while a number or registration of its certificate is open in the ledger: the process waits for both before, and closing
 * refuses otherwise. News to the applicant do not hold a case: the result is served when it lies in the account, its push
 * is written in the transaction that closes, stays visible until answered, and the receipt goes to the time line as proof.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "clock",
            "workflow",
            "catalog",
            "cases",
            "deferrals",
            "outbound",
            "documents",
            "pages"
        })
package org.haina.service.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
