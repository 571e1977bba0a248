package org.haina.service.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a controller method take a {@link Caller}, or one kind of caller when only that kind may come: anybody else is
 * sent to sign in or refused before the method runs.
 */
@Component
class CallerArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentCaller current;

    CallerArguments(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = current.get();
        if (parameter.getParameterType().isInstance(caller)) {
            return caller;
        }
        if (caller instanceof Caller.Anonymous) {
            throw new InsufficientAuthenticationException("Sign in first");
        }
        throw new AccessDeniedException("Not for this kind of caller");
    }
}
