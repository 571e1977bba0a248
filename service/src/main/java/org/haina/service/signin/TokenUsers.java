package org.haina.service.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.haina.service.access.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Whom a bearer token speaks for. A program sends the same token with each of its requests; one that was found good is
 * taken as good for a minute, and never beyond its own end, so a key that the login server withdraws is obeyed soon. Not
 * an AuthenticationManager: Spring would make the only one the parent of the pages' logins.
 */
@Component
class TokenUsers {

    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final BooleanSupplier trusted;
    private final ClaimsReader claims;
    private final InstantSource time;
    private final Remembered<Accepted> accepted = new Remembered<>();

    @Autowired
    TokenUsers(JwtDecoder decoder, ClaimsReader claims, ProductionGuard guard) {
        this(decoder, claims, guard::trustsLoginServer, InstantSource.system());
    }

    /**
     * @param trusted whether the login server's word counts; while it does not, no token is looked at
     * @param time real time, as the ends of tokens are: legal time may be moved
     */
    TokenUsers(JwtDecoder decoder, ClaimsReader claims, BooleanSupplier trusted, InstantSource time) {
        this.decoder = decoder;
        this.trusted = trusted;
        this.claims = claims;
        this.time = time;
    }

    Authentication authenticate(Authentication request) {
        if (!trusted.getAsBoolean()) {
            throw new AuthenticationServiceException("The login server is not yet known not to be the demo's");
        }
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        TokenUser user = accepted.find(token)
                .filter(known -> time.instant().isBefore(known.until()))
                .orElseGet(() -> accepted.keep(token, examined(token)))
                .user();
        UsernamePasswordAuthenticationToken authentication =
                UsernamePasswordAuthenticationToken.authenticated(user, "", SessionUser.authorities(user.caller()));
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    private Accepted examined(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return new Accepted(new TokenUser(caller(jwt), jwt.getSubject()), until(jwt));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException(e.getMessage(), e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException(e.getMessage(), e);
        }
    }

    private Caller caller(Jwt token) {
        return claims.read(token)
                .orElseThrow(() -> new InvalidBearerTokenException("The account has no part in this service"));
    }

    private Instant until(Jwt token) {
        Instant minute = time.instant().plus(TRUSTED);
        Instant end = token.getExpiresAt();
        return end == null || minute.isBefore(end) ? minute : end;
    }

    private record Accepted(TokenUser user, Instant until) {}
}
