package org.haina.service.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haina.service.access.MayCall;
import org.haina.service.access.RouteRules;
import org.haina.service.access.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Opens a route to whom its {@link MayCall} names and to nobody else. Decided before the body is read: a stranger
 * cannot make us take in his upload. What no controller answers is a static file or a 404, and open.
 */
@Component
class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {

    /** Framework controllers that cannot carry our annotation, with what they show being public. */
    static final Set<String> OPEN = Set.of("org.springdoc.webmvc.api.OpenApiWebMvcResource");

    private final RequestMappingHandlerMapping routes;

    RouteGuard(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    @SuppressWarnings("deprecation") // the abstract method of this interface until the next major version
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                handler(context.getRequest()).map(h -> open(h, authentication)).orElse(true));
    }

    /** Whether the route of a request names somebody; empty if no controller answers it. */
    Optional<Boolean> admits(Who who, HttpServletRequest request) {
        return handler(request).flatMap(RouteRules::of).map(rule -> List.of(rule.value())
                .contains(who));
    }

    private static boolean open(HandlerMethod handler, Supplier<Authentication> authentication) {
        if (OPEN.contains(handler.getBeanType().getName())) {
            return true;
        }
        return RouteRules.of(handler).stream()
                .flatMap(rule -> Arrays.stream(rule.value()))
                .anyMatch(who -> who.admits(grants(authentication.get())));
    }

    private static Collection<String> grants(@Nullable Authentication authentication) {
        return authentication == null || !authentication.isAuthenticated()
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }

    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        // Always anew: after a forward the path kept from before is another one.
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (ServletException e) {
            // Wrong method or content type: no controller will run, the dispatcher says why.
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException("No route could be found for the request", e);
        }
    }
}
