package org.haina.service.access;

import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Finds what a route states of its callers. */
public final class RouteRules {

    private RouteRules() {}

    /** The method's own rule or else its controller's; empty where neither states one. */
    public static Optional<MayCall> of(HandlerMethod route) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), MayCall.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), MayCall.class)));
    }
}
