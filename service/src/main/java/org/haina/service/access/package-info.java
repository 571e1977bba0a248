/**
 * Who is calling, and which cases that caller may see. Owns the types for callers and the one way to ask for the present
 * one; every feature may name them. Knows nothing of tokens or sessions: signing in puts a
 * {@link org.haina.service.access.CallerPrincipal} into the security context, here it is only read. Each route says with
 * {@link org.haina.service.access.MayCall} who may come, {@link org.haina.service.access.Visibilities} which cases exist
 * for them, {@link org.haina.service.access.Masks} how persons are shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "keys")
package org.haina.service.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
