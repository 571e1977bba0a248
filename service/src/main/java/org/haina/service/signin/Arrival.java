package org.haina.service.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.haina.service.access.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After login: the page one wanted, else the desk for officials and the home page for citizens. */
final class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return authentication.getPrincipal() instanceof SessionUser user && user.caller() instanceof Caller.Official
                ? "/desk"
                : "/";
    }
}
