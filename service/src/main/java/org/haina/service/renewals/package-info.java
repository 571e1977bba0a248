/**
 * 延续: how a licence goes on after its last day (licence law 50). A sweep tells the holder once that the day is near; his page shows
 * what is known and one button that files the renewal. What is clean is granted by the instant phase; this feature says what
 * is not. A licence whose renewal was asked for in time and nobody has decided upon is renewed by law. Refuses what is too early or
 * too late. Owns {@code renewal_notice}. Entry type: {@link org.haina.service.renewals.Renewals}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "pages",
            "parties",
            "clock",
            "workflow",
            "catalog",
            "outbound",
            "cases",
            "applications",
            "intake",
            "decisions",
            "documents",
            "commitments",
            "issuance",
            "laterchecks",
            "terminations",
            "yearlychecks"
        })
package org.haina.service.renewals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
