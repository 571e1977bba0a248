package org.haina.service.signin;

import org.haina.service.access.Caller;
import org.haina.service.access.CallerPrincipal;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** What an accepted bearer token leaves behind for the time of one request. */
record TokenUser(Caller caller, String subject) implements CallerPrincipal {

    @Override
    public String getName() {
        return subject;
    }

    @Component
    static class Reader implements Converter<Jwt, AbstractAuthenticationToken> {

        private final ClaimsReader claims;

        Reader(ClaimsReader claims) {
            this.claims = claims;
        }

        @Override
        public AbstractAuthenticationToken convert(Jwt token) {
            Caller caller = claims.read(token)
                    .orElseThrow(() -> new InvalidBearerTokenException("The account has no part in this service"));
            return UsernamePasswordAuthenticationToken.authenticated(
                    new TokenUser(caller, token.getSubject()), "", SessionUser.authorities(caller));
        }
    }
}
