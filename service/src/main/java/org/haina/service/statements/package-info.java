/**
 * 办理时限说明: the explained date of a running clock as a signed page for whoever may see the case. Made when asked for;
 * the last one of each clock is kept and given out again while it says the same.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "vault",
            "uploads",
            "files",
            "pages",
            "calendar",
            "clock",
            "catalog",
            "cases",
            "documents",
            "issuance"
        })
package org.haina.service.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
