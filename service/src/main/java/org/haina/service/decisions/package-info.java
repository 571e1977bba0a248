/**
 * Opinion and decision: what the item's table says about the conditions, what the reviewer proposes, what the designated
 * decider decides, with reasons (行政许可法 38) and four eyes. A table advises; a person decides.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "workflow",
            "catalog",
            "cases",
            "deferrals",
            "applications",
            "commitments",
            "intake",
            "credit",
            "worklist",
            "checks",
            "documents",
            "parties",
            "pages"
        })
package org.haina.service.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
