/**
 * Open work: our own indexed read model of the engine's tasks, written in the engine's transaction, claimed by our own
 * row and version. Offers {@link org.haina.service.worklist.TaskHandler} to the features that know what a task means and
 * knows none of them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "calendar",
            "clock",
            "workflow",
            "cases",
            "catalog",
            "parties",
            "documents"
        })
package org.haina.service.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
