package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class ClaimsReaderTests {

    private static final PartyId PARTY = new PartyId(UUID.randomUUID());

    private final AtomicInteger recorded = new AtomicInteger();
    private final ClaimsReader reader = new ClaimsReader(new KnownCitizens((idType, idNumber, name) -> {
        recorded.incrementAndGet();
        return PARTY;
    }));

    @Test
    void an_official_keeps_roles_organisation_and_district() {
        Caller caller = reader.read(token(Map.of(
                        "haina_roles", List.of("clerk", "reviewer", "offline_access"),
                        "preferred_username", "clerk.huangpu",
                        "real_name", "受理示例甲",
                        "haina_org", "11319999MB0101012M",
                        "haina_district", "310101")))
                .orElseThrow();

        assertThat(caller)
                .isEqualTo(new Caller.Official(
                        "clerk.huangpu",
                        "受理示例甲",
                        java.util.Set.of(Role.CLERK, Role.REVIEWER),
                        "11319999MB0101012M",
                        new District("310101")));
    }

    @Test
    void a_citizen_becomes_a_party_and_leaves_no_personal_data() {
        Caller caller = reader.read(token(Map.of(
                        "real_name", "张示例", "id_type", "111", "id_number", "31999919990512102X", "real_name_level", 3)))
                .orElseThrow();

        assertThat(caller).isEqualTo(new Caller.Citizen(PARTY, 3));
        assertThat(caller.toString()).doesNotContain("张示例", "31999919990512102X");
    }

    @Test
    void the_directory_is_asked_once_for_the_same_person_and_again_when_the_name_changed() {
        Map<String, Object> claims =
                Map.of("real_name", "张示例", "id_type", "111", "id_number", "31999919990512102X", "real_name_level", 3);
        Map<String, Object> renamed = new HashMap<>(claims);
        renamed.put("real_name", "张样例");

        reader.read(token(claims));
        reader.read(token(claims));
        reader.read(token(renamed));

        assertThat(recorded).hasValue(2);
    }

    @Test
    void a_partner_system_is_known_by_its_client() {
        assertThat(reader.read(token(Map.of("haina_roles", List.of("partner"), "azp", "partner-demo"))))
                .contains(new Caller.Machine("partner-demo"));
    }

    @Test
    void who_has_no_part_here_or_makes_no_sense_is_nobody() {
        assertThat(reader.read(token(Map.of("preferred_username", "admin")))).isEmpty();
        assertThat(reader.read(token(Map.of("haina_roles", List.of("clerk"))))).isEmpty();
        assertThat(reader.read(token(Map.of(
                        "haina_roles", List.of("clerk"),
                        "preferred_username", "x",
                        "real_name", "示例",
                        "haina_org", "o",
                        "haina_district", "everywhere"))))
                .isEmpty();
        assertThat(reader.read(token(Map.of("id_number", "31999919990512102X"))))
                .isEmpty();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("s")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
