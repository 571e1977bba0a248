/**
 * The floor for the engine: deployment, start, correlation, tasks, decisions, progress, steps that are stuck, the change
 * to other models, and the lock-down of everything
 * we do not use. Names no feature; neighbours see case numbers and names of models. Besides this package only
 * {@code *Step} classes know the engine, so that a change of engine is a rename (ADR 1).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys"})
package org.haina.service.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
