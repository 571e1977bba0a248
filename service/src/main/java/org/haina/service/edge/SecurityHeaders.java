package org.haina.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content security policy with a nonce of its own for each request, and the headers beside it. Templates read the nonce
 * as {@code cspNonce}. A response that brings its own policy (a file shown inside a page) keeps it.
 */
public final class SecurityHeaders implements HeaderWriter {

    public static final String NONCE = "cspNonce";

    private static final String POLICY = "Content-Security-Policy";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String formTargets;

    /** @param loginServer origin that signing out is redirected to, which browsers check against the policy */
    public SecurityHeaders(String loginServer) {
        this.formTargets = ("'self' " + loginServer).strip();
    }

    /** The nonce of this request; made at the first question. */
    public static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }

    /** Headers of a refusal, as far as the security chain has not written them: it sees nothing that is refused before. */
    static void complete(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(POLICY)) {
            new SecurityHeaders("").writeHeaders(request, response);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
        }
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(POLICY)) {
            response.setHeader(POLICY, policy(nonce(request)));
        }
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-src 'self'; "
                + "frame-ancestors 'none'; form-action " + formTargets;
    }
}
