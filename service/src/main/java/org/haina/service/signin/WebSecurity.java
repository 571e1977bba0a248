package org.haina.service.signin;

import jakarta.servlet.DispatcherType;
import org.haina.service.access.CurrentCaller;
import org.haina.service.edge.EdgeSettings;
import org.haina.service.edge.RateLimitFilter;
import org.haina.service.edge.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two doors: programs come with a token and leave no session, people come with a session and a CSRF token. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private final RouteGuard guard;
    private final SecurityHeaders headers;
    private final RateLimitFilter rateLimits;

    WebSecurity(RouteGuard guard, SigninSettings settings, EdgeSettings edge, CurrentCaller current) {
        this.guard = guard;
        this.headers = new SecurityHeaders(settings.origin());
        this.rateLimits = new RateLimitFilter(edge, current);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenUsers users) throws Exception {
        TokenEntryPoint entry = new TokenEntryPoint();
        return shared(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(entry)
                        .authenticationManagerResolver(request -> users::authenticate)
                        .withObjectPostProcessor(answering(entry)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entry)
                        .accessDeniedHandler(new AccessDeniedHandlerImpl())) // the bearer's own has no body
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(guard))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PageLogin login) throws Exception {
        return login.configure(shared(http))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .access(guard))
                .build();
    }

    /** Nobody reads a time per filter; taking it costs every request. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    private HttpSecurity shared(HttpSecurity http) throws Exception {
        return http.headers(header -> header.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(headers))
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .addFilterBefore(rateLimits, AuthorizationFilter.class);
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(TokenEntryPoint entry) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(entry);
                return filter;
            }
        };
    }
}
