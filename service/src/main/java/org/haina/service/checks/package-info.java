/**
 * What the registers say about an application: one question for each check the item declares, all at once, answered
 * through the outbound ledger; an outage makes a check a person's task, never a stuck case. Keeps answers encrypted and
 * compares them with what was declared. Entry type: {@link org.haina.service.checks.Checks}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"keys", "access", "vault", "workflow", "catalog", "outbound", "cases", "worklist"})
package org.haina.service.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
