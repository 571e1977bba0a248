package org.haina.service.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller of the request this thread is working on; anonymous outside a request. */
@Component
public class CurrentCaller {

    private static final Caller NOBODY = new Caller.Anonymous();

    public Caller get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CallerPrincipal principal
                ? principal.caller()
                : NOBODY;
    }
}
