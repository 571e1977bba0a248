package org.haina.service.edge;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.haina.service.access.Caller;
import org.haina.service.access.CurrentCaller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one caller from taking the service away from the others, and numbers from being guessed. Stands behind
 * authentication in both security chains, so that people behind one address do not share a limit once signed in.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    private final EdgeSettings.Limits limits;
    private final CurrentCaller current;
    private final Buckets buckets = new Buckets();

    public RateLimitFilter(EdgeSettings settings, CurrentCaller current) {
        this.limits = settings.limits();
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe =
                strict(request) ? buckets.take("strict " + request.getRemoteAddr(), limits.strict()) : general(request);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private boolean strict(HttpServletRequest request) {
        String path = request.getRequestURI();
        return limits.strictPaths().stream().anyMatch(path::startsWith);
    }

    private ConsumptionProbe general(HttpServletRequest request) {
        Caller caller = current.get();
        if (caller instanceof Caller.Anonymous) {
            return buckets.take("address " + request.getRemoteAddr(), limits.anonymous());
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        int perMinute = caller instanceof Caller.Machine ? limits.machine() : limits.account();
        return buckets.take("account " + (who == null ? "" : who.getName()), perMinute);
    }
}
