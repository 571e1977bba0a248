/**
 * From receipt to acceptance: accept, ask once for everything missing, refuse by reason code, or be deemed to have
 * accepted (行政许可法 32). Owns corrections and guards the one-notice guarantee: what could be seen before is not asked
 * for again, and when everything asked for has been supplied the application must be accepted.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "vault",
            "clock",
            "workflow",
            "catalog",
            "cases",
            "commitments",
            "deferrals",
            "worklist",
            "documents",
            "pages",
            "files"
        })
package org.haina.service.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
