package org.haina.service.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haina.service.edge.EdgeSettings;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The token lies in a cookie, not in the session: a form filled in while the session ended is still accepted after the
 * next login. Made before the page is written, for a cookie cannot follow once a long page has begun to flow.
 */
final class CsrfTokens extends OncePerRequestFilter {

    static CsrfTokenRepository repository(EdgeSettings edge) {
        var cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(edge.secure() ? "__Host-haina-csrf" : "haina-csrf");
        cookies.setCookiePath("/");
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(edge.secure()));
        return cookies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        chain.doFilter(request, response);
    }
}
