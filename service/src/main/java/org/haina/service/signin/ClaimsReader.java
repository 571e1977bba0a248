package org.haina.service.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.keys.District;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Reads a caller out of an access token of realm {@code haina}; nothing personal survives it. */
@Component
class ClaimsReader {

    private static final String PARTNER = "partner";

    private final KnownCitizens citizens;

    ClaimsReader(KnownCitizens citizens) {
        this.citizens = citizens;
    }

    /** @return empty for an account that is neither citizen nor official nor partner, or whose claims make no sense */
    Optional<Caller> read(Jwt token) {
        List<String> names =
                Optional.ofNullable(token.getClaimAsStringList("haina_roles")).orElse(List.of());
        Set<Role> roles =
                names.stream().map(Role::ofClaim).flatMap(Optional::stream).collect(Collectors.toSet());
        try {
            if (!roles.isEmpty()) {
                return Optional.of(official(token, roles));
            }
            if (names.contains(PARTNER)) {
                return Optional.of(new Caller.Machine(text(token, "azp")));
            }
            return token.hasClaim("id_number") ? Optional.of(citizen(token)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Caller official(Jwt token, Set<Role> roles) {
        return new Caller.Official(
                text(token, "preferred_username"),
                text(token, "real_name"),
                roles,
                text(token, "haina_org"),
                new District(text(token, "haina_district")));
    }

    private Caller citizen(Jwt token) {
        Number level = token.getClaim("real_name_level");
        if (level == null) {
            throw new IllegalArgumentException("No real-name level");
        }
        return new Caller.Citizen(
                citizens.party(text(token, "id_type"), text(token, "id_number"), text(token, "real_name")),
                level.intValue());
    }

    private static String text(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Missing claim " + claim);
        }
        return value;
    }
}
