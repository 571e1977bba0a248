/**
 * 未成年人: what the law asks beyond everybody's share where a minor's data are handled. A guardian's consent for a child under
 * fourteen, kept word for word with the case; and the approval without which no official opens the answers, papers and
 * documents of a minor's case. Who is a minor is known by {@code parties}, the one door to a case is that of {@code cases}: here
 * stands only what it asks. Entry types: {@link org.haina.service.minors.GuardianConsents} and, called through
 * {@link org.haina.service.cases.ContentRule}, what was approved.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "vault",
            "pages",
            "catalog",
            "cases",
            "parties",
            "documents"
        })
package org.haina.service.minors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
