/**
 * 办理时限说明: the explained date of a running clock as a signed page for whoever may see the case. Made when asked for
 * and not kept: what it says is kept in the clock's ledger.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
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
