package org.haina.service.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the redirect to the login server: while that is down, a page says so instead. */
final class LoginGate extends OncePerRequestFilter {

    private final LoginServer loginServer;
    private final ProductionGuard guard;

    LoginGate(LoginServer loginServer, ProductionGuard guard) {
        this.loginServer = loginServer;
        this.guard = guard;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/oauth2/authorization/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (loginServer.answers() && guard.admitsLogins()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/login?reason=unavailable");
        }
    }
}
