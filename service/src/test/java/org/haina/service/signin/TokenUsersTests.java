package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class TokenUsersTests {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private Instant now = START;
    private Duration lifetime = Duration.ofMinutes(5);
    private boolean trusted = true;
    private final List<String> examined = new ArrayList<>();
    private final TokenUsers users = new TokenUsers(
            this::examine,
            new ClaimsReader(new KnownCitizens((type, number, name) -> new PartyId(UUID.randomUUID()))),
            () -> trusted,
            () -> now);

    @Test
    void a_token_is_examined_once_a_minute() {
        Authentication first = ask("clerk.huangpu");
        Authentication second = ask("clerk.huangpu");
        assertThat(examined).containsExactly("clerk.huangpu");
        assertThat(second.getPrincipal()).isEqualTo(first.getPrincipal());
        assertThat(second.getAuthorities()).isEqualTo(first.getAuthorities());

        now = START.plus(Duration.ofMinutes(1));
        ask("clerk.huangpu");

        assertThat(examined).containsExactly("clerk.huangpu", "clerk.huangpu");
    }

    @Test
    void while_the_login_server_is_not_trusted_no_token_counts_not_even_one_found_good_before() {
        ask("clerk.huangpu");
        trusted = false;

        assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> ask("clerk.huangpu"));
        assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> ask("clerk.xuhui"));
        assertThat(examined).containsExactly("clerk.huangpu");
    }

    @Test
    void each_token_speaks_for_its_own_account() {
        assertThat(ask("clerk.huangpu").getName()).isEqualTo("clerk.huangpu");
        assertThat(ask("clerk.xuhui").getName()).isEqualTo("clerk.xuhui");
        assertThat(ask("clerk.huangpu").getName()).isEqualTo("clerk.huangpu");
    }

    @Test
    void a_token_is_never_good_beyond_its_end() {
        lifetime = Duration.ofSeconds(20);
        ask("clerk.huangpu");

        now = START.plusSeconds(20);

        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> ask("clerk.huangpu"));
    }

    @Test
    void what_was_refused_is_examined_again() {
        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> ask("nobody"));
        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> ask("nobody"));
        assertThat(examined).containsExactly("nobody", "nobody");
    }

    @Test
    void keys_that_cannot_be_fetched_are_no_fault_of_the_token() {
        assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> ask("unreachable"));
    }

    private Authentication ask(String account) {
        return users.authenticate(new BearerTokenAuthenticationToken(account));
    }

    private Jwt examine(String token) {
        examined.add(token);
        if (token.equals("unreachable")) {
            throw new JwtException("The login server does not answer");
        }
        if (!now.isBefore(START.plus(lifetime))) {
            throw new BadJwtException("Jwt expired");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .claim("haina_roles", token.startsWith("clerk") ? List.of("clerk") : List.of())
                .claim("preferred_username", token)
                .claim("real_name", "受理示例甲")
                .claim("haina_org", "11319999MB0101012M")
                .claim("haina_district", "310101")
                .expiresAt(START.plus(lifetime))
                .build();
    }
}
