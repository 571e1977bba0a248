package org.haina.service.access;

import java.security.Principal;

/** What a signed-in session or an accepted token leaves in the security context. */
public interface CallerPrincipal extends Principal {

    Caller caller();
}
