package org.haina.service.signin;

import org.haina.service.access.Caller;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Turns a finished login into a session's user. Pages and API read the same access token by the same rules, so a person
 * is the same caller on both ways.
 */
@Component
class SessionUsers implements OAuth2UserService<OidcUserRequest, SessionUser> {

    static final String NO_PART = "no_part";

    private final JwtDecoder accessTokens;
    private final ClaimsReader claims;

    SessionUsers(JwtDecoder accessTokens, ClaimsReader claims) {
        this.accessTokens = accessTokens;
        this.claims = claims;
    }

    @Override
    public SessionUser loadUser(OidcUserRequest login) {
        return new SessionUser(caller(login.getAccessToken().getTokenValue()), login.getIdToken());
    }

    private Caller caller(String accessToken) {
        try {
            return claims.read(accessTokens.decode(accessToken)).orElseThrow(() -> refusal(NO_PART));
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), e.getMessage(), e);
        }
    }

    private static OAuth2AuthenticationException refusal(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
