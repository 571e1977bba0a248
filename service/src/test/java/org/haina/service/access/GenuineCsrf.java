package org.haina.service.access;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The cookie and the masked field a browser would send. Spring's own {@code csrf()} is not used: it replaces the token
 * store of the shared context's filter by a session-based one for good, and later tests then meet another product.
 */
public final class GenuineCsrf {

    private static final String COOKIE = "haina-csrf";

    private GenuineCsrf() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            String token = UUID.randomUUID().toString();
            Cookie[] before = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            request.setCookies(Stream.concat(Stream.of(before), Stream.of(new Cookie(COOKIE, token)))
                    .toArray(Cookie[]::new));
            request.setParameter("_csrf", masked(token));
            return request;
        };
    }

    private static String masked(String token) {
        MockHttpServletRequest scratch = new MockHttpServletRequest();
        new XorCsrfTokenRequestAttributeHandler()
                .handle(
                        scratch,
                        new MockHttpServletResponse(),
                        () -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token));
        return ((CsrfToken) scratch.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
