/**
 * Signing in and out. Owns the security chains for pages (OIDC login, stored session) and API (bearer token), the
 * translation of claims into a {@link org.haina.service.access.Caller}, after which the claims are dropped, and the
 * registry that lets the login server end sessions on every node. Refuses to start with demo secrets outside demo mode.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "edge", "audit"})
package org.haina.service.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
