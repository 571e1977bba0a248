/**
 * 告知承诺: what an applicant may promise in writing instead of proving it, or instead of being reviewed at all; the promise as it
 * was made (who, for whom, when, which words), its letter, and who has broken one and can promise nothing more. The text is
 * the item's; a person signs himself, for an organisation who may expressly. Looking into promises is the business of
 * {@code laterchecks}. Entry type: {@link org.haina.service.commitments.Commitments}.
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
            "documents",
            "parties"
        })
package org.haina.service.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
