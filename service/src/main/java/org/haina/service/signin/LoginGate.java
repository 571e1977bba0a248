package org.haina.service.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the redirect to the login server and before the way back from it: while that is down, or not sure to be
 * ours, a page says so instead.
 */
final class LoginGate extends OncePerRequestFilter {

    private final LoginServer loginServer;
    private final ProductionGuard guard;

    LoginGate(LoginServer loginServer, ProductionGuard guard) {
        this.loginServer = loginServer;
        this.guard = guard;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/oauth2/authorization/") && !path.startsWith("/login/oauth2/code/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (loginServer.answers() && guard.trustsLoginServer()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/login?reason=unavailable");
        }
    }
}
