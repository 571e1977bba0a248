package org.haina.service.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.haina.service.access.CallerPrincipal;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Records who, signed in, asked for a page that is not for his role (ASVS 5.0, 16.3.2). */
@Component
class DeniedRoutes {

    private static final int LONGEST = 200;

    private final Audit audit;

    DeniedRoutes(Audit audit) {
        this.audit = audit;
    }

    @Bean
    static AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @EventListener
    void record(AuthorizationDeniedEvent<?> denied) {
        Authentication who = denied.getAuthentication().get();
        if (who != null
                && who.getPrincipal() instanceof CallerPrincipal principal
                && denied.getObject() instanceof HttpServletRequest request) {
            audit.record(new AuditEntry(
                    principal.caller().id(),
                    "route.denied",
                    "route",
                    null,
                    Map.of("method", request.getMethod(), "path", path(request))));
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() > LONGEST ? path.substring(0, LONGEST) : path;
    }
}
