/**
 * The HTTP edge: correlation id, security headers, rate limits, and what a caller is told when something goes wrong
 * (problem+json for programs, a page in Chinese for people). Features refuse by throwing
 * {@link org.haina.service.edge.Problem}; stack traces and class names never leave.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access"})
package org.haina.service.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
