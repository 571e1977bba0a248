package org.haina.service.edge;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.haina.service.access.Caller;
import org.haina.service.access.CurrentCaller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Keeps one caller from taking the service away from the others, and numbers from being guessed. Stands behind
 * authentication in both security chains, so that people behind one address do not share a limit once signed in.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    /** Request attribute: seconds until one may ask again. */
    static final String WAIT = "haina.wait";

    private final EdgeSettings.Limits limits;
    private final CurrentCaller current;
    private final Buckets buckets = new Buckets(Duration.ofMinutes(1));

    public RateLimitFilter(EdgeSettings settings, CurrentCaller current) {
        this.limits = settings.limits();
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = purpose(request)
                .map(purpose -> buckets.take(purpose + " " + address(request), limits.strict()))
                .orElseGet(() -> general(request));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        request.setAttribute(WAIT, seconds);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** What is asked under the strict limit; each has its own bucket. Reading the form itself asks nothing. */
    private Optional<String> purpose(HttpServletRequest request) {
        String path = path(request);
        boolean sent = HttpMethod.POST.matches(request.getMethod());
        return limits.strictPaths().stream()
                .filter(strict -> path.startsWith(strict) && (sent || !path.equals(strict)))
                .findFirst()
                .map(strict -> (sent ? "sent " : "asked ") + strict);
    }

    /** Decoded, as the routes are found: an escaped letter is no way around a limit. */
    private static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    /** Of IPv6 the first 64 bits: whoever has one such address has all the others too. */
    private static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: nobody is asked
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private ConsumptionProbe general(HttpServletRequest request) {
        Caller caller = current.get();
        if (caller instanceof Caller.Anonymous) {
            return buckets.take("address " + address(request), limits.anonymous());
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        int perMinute = caller instanceof Caller.Machine ? limits.machine() : limits.account();
        return buckets.take("account " + (who == null ? "" : who.getName()), perMinute);
    }
}
