/**
 * Demo content: about forty synthetic cases in every state there is, made once by the same use cases that citizens and
 * officials use, in demo mode only, over the weeks before today: legal time is moved while they are made, the log
 * keeps real time. Owns which person's case goes how far ({@code demo-cases.yaml})
 * and what has been made. Refuses nothing: a case that cannot go on is reported and left. Nobody may need this package.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "minors",
            "access",
            "uploads",
            "files",
            "parties",
            "calendar",
            "catalog",
            "cases",
            "deferrals",
            "commitments",
            "applications",
            "worklist",
            "intake",
            "issuance",
            "closing",
            "procedure",
            "terminations",
            "yearlychecks"
        })
package org.haina.service.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
