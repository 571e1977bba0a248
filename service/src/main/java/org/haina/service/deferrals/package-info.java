/**
 * 容缺受理: the secondary papers that an applicant promises in writing for after the acceptance. Says which may follow and
 * who may promise it, keeps the promise word for word, and follows each paper from the acceptance until it has arrived and
 * was found in order. Nothing is granted before; that is asked here by whoever decides. Entry types:
 * {@link org.haina.service.deferrals.Deferrals} before the acceptance, {@link org.haina.service.deferrals.DeferredPapers}
 * after it.
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
            "calendar",
            "clock",
            "catalog",
            "cases",
            "files",
            "commitments",
            "documents",
            "outbound",
            "parties"
        })
package org.haina.service.deferrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
