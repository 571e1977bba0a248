package org.haina.service.signin;

import java.util.Map;
import org.haina.service.edge.EdgeSettings;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Login and logout of people: authorization code with PKCE, a stored session, an end at the login server too. */
@Component
class PageLogin {

    /** Asks for the citizen cloud instead of the officials' form. */
    static final String AS_CITIZEN = "citizen";

    private final SigninSettings settings;
    private final EdgeSettings edge;
    private final ClientRegistrationRepository registrations;
    private final SessionUsers users;
    private final LoginSessions sessions;
    private final BackChannelLogout backChannel;
    private final LoginGate gate;
    private final RouteGuard routes;

    PageLogin(
            SigninSettings settings,
            EdgeSettings edge,
            ClientRegistrationRepository registrations,
            SessionUsers users,
            LoginSessions sessions,
            BackChannelLogout backChannel,
            LoginServer loginServer,
            ProductionGuard guard,
            RouteGuard routes) {
        this.settings = settings;
        this.edge = edge;
        this.registrations = registrations;
        this.users = users;
        this.sessions = sessions;
        this.backChannel = backChannel;
        this.routes = routes;
        this.gate = new LoginGate(loginServer, guard);
    }

    HttpSecurity configure(HttpSecurity http) throws Exception {
        PageEntryPoint door = new PageEntryPoint();
        return http.csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository(edge))
                        .sessionAuthenticationStrategy((authentication, request, response) -> {}))
                .addFilterAfter(new CsrfTokens(), CsrfFilter.class)
                .addFilterBefore(new SessionAgeFilter(settings.sessionLimit()), CsrfFilter.class)
                .addFilterBefore(gate, OAuth2AuthorizationRequestRedirectFilter.class)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(door).accessDeniedHandler(new RefusedPost(routes, door)))
                .oauth2Login(login -> login.loginPage("/login")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users::loadUser))
                        .successHandler(new Arrival())
                        .failureHandler(failures())
                        .oidcSessionRegistry(sessions))
                .oidcLogout(logout ->
                        logout.oidcSessionRegistry(sessions).backChannel(channel -> channel.logoutHandler(backChannel)))
                .logout(logout -> logout.logoutSuccessHandler(endAtLoginServer()));
    }

    private OAuth2AuthorizationRequestResolver requests() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce().andThen(this::choose));
        return resolver;
    }

    private void choose(OAuth2AuthorizationRequest.Builder builder) {
        builder.additionalParameters(Map.of("ui_locales", "zh-CN"));
        boolean citizen = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && AS_CITIZEN.equals(request.getRequest().getParameter("as"));
        if (citizen && !settings.citizenBroker().isBlank()) {
            builder.additionalParameters(Map.of("kc_idp_hint", settings.citizenBroker()));
        }
    }

    private static AuthenticationFailureHandler failures() {
        return (request, response, cause) -> {
            boolean refused = cause instanceof OAuth2AuthenticationException failure
                    && SessionUsers.NO_PART.equals(failure.getError().getErrorCode());
            response.sendRedirect("/login?reason=" + (refused ? "refused" : "cancelled"));
        };
    }

    private OidcClientInitiatedLogoutSuccessHandler endAtLoginServer() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** After login one returns to the page one wanted, never to a fragment or a form's target. */
    private static RequestCache pagesOnly() {
        RequestMatcher pages = request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(pages);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
