/**
 * 准予许可决定的公开 (licence law 5 and 40): what everybody may read of a grant, as page and as open data, and how it stands. An entry is
 * made in the transaction that delivers the grant and follows what becomes of it. Holds nothing that may not be shown: names of
 * persons are masked before they are stored, minors are left out, and an item publishes only what it declares. A supervisor
 * withholds an entry with one of the law's grounds. Entry type: {@link org.haina.service.publications.PublishedGrants}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "parties",
            "pages",
            "catalog",
            "cases",
            "documents",
            "issuance"
        })
package org.haina.service.publications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
