/**
 * 征求意见: departments that are asked side by side, each within its own limit. Who is late is urged and then reported upwards;
 * silence is neither consent nor objection, so the case waits. What they say binds nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "audit",
            "workflow",
            "clock",
            "catalog",
            "cases",
            "worklist",
            "decisions"
        })
package org.haina.service.consultations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
