/**
 * 制证与送达: from the decision to a numbered, signed, registered and delivered certificate, and its verification by
 * anybody. The number comes from our own sequence or the authority's register and the e-licence store gets the file, both through the ledger:
 * while one of them is down the case waits and the call stays visible. Only a certificate that is signed has a status
 * besides {@code PREPARING}; nothing is verified by looking at the file alone. Entry type:
 * {@link org.haina.service.issuance.Certificates}.
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
            "parties",
            "pages",
            "workflow",
            "catalog",
            "cases",
            "applications",
            "checks",
            "decisions",
            "outbound",
            "documents"
        })
package org.haina.service.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
