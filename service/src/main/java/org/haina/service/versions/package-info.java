/**
 * The pages on which operators check, publish and retire versions of items, and the move of open cases from one version
 * to another: looked at beforehand, done in the background, told case by case. Owns {@code item_move}. Shows numbers,
 * steps and reasons, nothing of what applicants have written.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"keys", "access", "edge", "pages", "audit", "clock", "workflow", "catalog", "cases"})
package org.haina.service.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
