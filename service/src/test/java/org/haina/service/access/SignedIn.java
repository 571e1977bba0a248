package org.haina.service.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signed-in callers for MockMvc: {@code get("/cases").with(SignedIn.as(SignedIn.clerk("310101")))}. */
public final class SignedIn {

    private static final Map<String, String> ORGANS = Map.of(
            "310000", "11319999MB0100001A",
            "310104", "11319999MB01010478",
            "310115", "11319999MB0101151C",
            "310120", "11319999MB0101207F");

    private SignedIn() {}

    public static RequestPostProcessor as(Caller caller) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(new Principal(caller), "", authorities(caller)));
    }

    public static Caller.Citizen citizen(PartyId party) {
        return new Caller.Citizen(party, 3);
    }

    public static Caller.Official official(String account, String district, Role... roles) {
        return new Caller.Official(
                account,
                account,
                Arrays.stream(roles).collect(Collectors.toUnmodifiableSet()),
                ORGANS.getOrDefault(district, "11319999MB0101012M"),
                new District(district));
    }

    public static Caller.Official clerk(String district) {
        return official("clerk." + district, district, Role.CLERK);
    }

    public static Caller.Official reviewer(String district) {
        return official("reviewer." + district, district, Role.REVIEWER);
    }

    public static Caller.Official decider(String district) {
        return official("decider." + district, district, Role.DECIDER);
    }

    public static Caller.Official head(String district) {
        return official("head." + district, district, Role.HEAD);
    }

    /** An official of the city's organ, with one role. */
    public static Caller.Official city(Role role) {
        return official(role.name().toLowerCase(Locale.ROOT) + ".city", "310000", role);
    }

    private static List<? extends GrantedAuthority> authorities(Caller caller) {
        return Authorities.of(caller).stream().map(SimpleGrantedAuthority::new).toList();
    }

    private record Principal(Caller caller) implements CallerPrincipal {

        @Override
        public String getName() {
            return "test";
        }
    }
}
