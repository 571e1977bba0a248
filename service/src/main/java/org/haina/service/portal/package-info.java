/**
 * A citizen's own cases: the list, the page of one case (whose turn it is first), answering a correction, withdrawal,
 * receipt, and the public question for the state of a case. Shows what other features hold and decides nothing itself.
 * Entry type: the controllers; nothing here is for neighbours.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "parties",
            "files",
            "uploads",
            "calendar",
            "clock",
            "workflow",
            "catalog",
            "cases",
            "commitments",
            "deferrals",
            "minors",
            "applications",
            "documents",
            "checks",
            "intake",
            "closing",
            "questions",
            "ratings",
            "terminations",
            "yearlychecks",
            "renewals",
            "guide",
            "pages"
        })
package org.haina.service.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
