/**
 * From the first key stroke to the receipt: drafts (encrypted whole, kept 90 days), the rules that stand between a draft
 * and a case, and the one transaction that makes a case of it, exactly once for each idempotency key. Entry type:
 * {@link org.haina.service.applications.Submissions}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "vault",
            "clock",
            "catalog",
            "cases",
            "deferrals",
            "commitments",
            "minors",
            "parties",
            "files",
            "audit",
            "outbound"
        })
package org.haina.service.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
