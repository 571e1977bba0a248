package org.haina.service.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.haina.service.access.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.cors.CorsUtils;

/**
 * A form that comes without its token because all cookies are gone is answered as one whose session has ended: its text
 * is handed back. Only if the browser itself states that one of our own pages sent it: a foreign page's form comes
 * without cookies too, and handed back it would become ours.
 */
final class RefusedPost implements AccessDeniedHandler {

    private final RouteGuard routes;
    private final PageEntryPoint door;
    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    RefusedPost(RouteGuard routes, PageEntryPoint door) {
        this.routes = routes;
        this.door = door;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        Optional<Boolean> open = cause instanceof CsrfException && lost(request)
                ? routes.admits(Who.ANYBODY, request)
                : Optional.empty();
        if (open.isEmpty()) {
            refusal.handle(request, response, cause);
            return;
        }
        request.setAttribute(LoginController.OPEN, open.get());
        door.commence(request, response, new InsufficientAuthenticationException("All cookies are gone", cause));
    }

    /** From one of our own pages, by nobody who is signed in. */
    private static boolean lost(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && SecurityContextHolder.getContext().getAuthentication() == null
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && !CorsUtils.isCorsRequest(request);
    }
}
