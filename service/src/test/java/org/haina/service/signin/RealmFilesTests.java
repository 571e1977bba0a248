package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.integrations.DemoPersons;
import org.haina.service.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login server's files agree with the demo persons and keep what ASVS asks of them. */
class RealmFilesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REALMS = Path.of("src/main/keycloak");
    private static final Set<String> CITIZENS = Set.of("citizen.one", "citizen.two", "guardian.one", "agent.one");
    private static final Map<String, String> ORGANS = Map.of(
            "huangpu", "310101 11319999MB0101012M",
            "xuhui", "310104 11319999MB01010478",
            "city", "310000 11319999MB0100001A");

    /** Organs beside the bureau, each with the officials it needs; and who reviews what another has handled. */
    private static final Map<String, String> BESIDE = Map.of(
            "consult.police.huangpu", claims("reviewer", "310101 11319999MB0201013B"),
            "consult.transport.huangpu", claims("reviewer", "310101 11319999MB03010141"),
            "legal.huangpu", claims("reviewer", ORGANS.get("huangpu")),
            "decider.government.huangpu", claims("decider", "310101 11319999MB0401015N"),
            "reviewer.government.huangpu", claims("reviewer", "310101 11319999MB0401015N"),
            "operator.second.city", claims("operator", ORGANS.get("city")));

    @Test
    void both_demo_realms_know_the_demo_persons_and_link_them() throws IOException {
        JsonNode cloud = realm("citizen-cloud-realm");
        JsonNode haina = realm("haina-realm");

        var withAccount = DemoPersons.get().all().stream()
                .filter(person -> person.account() != null)
                .toList();
        assertThat(withAccount).hasSizeGreaterThanOrEqualTo(4);
        for (var person : withAccount) {
            JsonNode there = user(cloud, person.account());
            JsonNode here = user(haina, person.account());
            assertThat(attribute(there, "id_number")).isEqualTo(person.idNumber());
            assertThat(attribute(there, "real_name")).isEqualTo(person.name());
            assertThat(here.path("attributes")).isEqualTo(there.path("attributes"));
            assertThat(here.path("federatedIdentities").path(0).path("userId")).isEqualTo(there.path("id"));
        }
    }

    @Test
    void every_role_of_the_service_exists_and_is_held_by_a_demo_official() throws IOException {
        JsonNode haina = realm("haina-realm");

        Set<String> held = new HashSet<>();
        haina.path("users")
                .forEach(user -> user.path("clientRoles").path("haina-api").forEach(role -> held.add(role.asText())));
        for (Role role : Role.values()) {
            assertThat(held).contains(role.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void the_demo_officials_are_these_each_with_one_role_in_one_organ() throws IOException {
        Map<String, String> officials = new TreeMap<>();
        realm("haina-realm").path("users").forEach(user -> {
            if (user.at("/attributes/haina_org").isArray()) {
                officials.put(
                        user.path("username").asText(),
                        user.path("clientRoles") + " "
                                + user.at("/attributes/haina_district/0").asText() + " "
                                + attribute(user, "haina_org"));
            }
        });

        Map<String, String> expected = new TreeMap<>();
        ORGANS.forEach((place, organ) -> Stream.of("clerk", "reviewer", "decider", "head")
                .forEach(role -> expected.put(role + "." + place, claims(role, organ))));
        Stream.of("supervisor", "auditor", "operator")
                .forEach(role -> expected.put(role + ".city", claims(role, ORGANS.get("city"))));
        expected.putAll(BESIDE);
        assertThat(officials).isEqualTo(expected).hasSize(21);
    }

    @Test
    void the_demo_accounts_and_clients_are_these_and_no_other_and_the_pages_name_them_all() throws IOException {
        JsonNode haina = realm("haina-realm");
        Set<String> people = new TreeSet<>(CITIZENS);
        ORGANS.keySet().forEach(place -> Stream.of("clerk", "reviewer", "decider", "head")
                .forEach(role -> people.add(role + "." + place)));
        people.addAll(Set.of("supervisor.city", "auditor.city", "operator.city"));
        people.addAll(BESIDE.keySet());

        Set<String> accounts = names(haina.path("users"), "username");
        assertThat(accounts).contains("service-account-partner-demo");
        accounts.remove("service-account-partner-demo");
        assertThat(accounts).isEqualTo(people);
        assertThat(names(realm("citizen-cloud-realm").path("users"), "username"))
                .isEqualTo(CITIZENS);
        assertThat(names(haina.path("clients"), "clientId"))
                .containsExactlyInAnyOrder("haina-api", "haina-web", "demo-cli", "partner-demo");
        for (String page : new String[] {"../README.md", "../haina"}) {
            assertThat(accountsNamedIn(Path.of(page))).as(page).isEqualTo(people);
        }
    }

    @Test
    void passwords_stand_in_the_demo_files_alone_and_are_the_one_that_the_pages_name() throws IOException {
        for (String demo : new String[] {"haina-realm", "citizen-cloud-realm"}) {
            for (JsonNode user : realm(demo).path("users")) {
                boolean program = user.has("serviceAccountClientId");
                assertThat(user.path("credentials").toString())
                        .as(user.path("username").asText())
                        .isEqualTo(program ? "" : "[{\"type\":\"password\",\"value\":\"haina-demo\"}]");
            }
        }
        try (Stream<Path> files = Files.list(REALMS)) {
            for (Path file : files.filter(
                            f -> !f.getFileName().toString().matches("(haina|citizen-cloud)-realm\\.json"))
                    .toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\"credentials\"", "haina-demo");
            }
        }
    }

    @Test
    void the_production_realm_has_no_accounts_no_direct_grants_and_a_second_factor() throws IOException {
        JsonNode realm = realm("haina-realm-production");

        assertThat(realm.path("users")).isEmpty();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("all");
        assertThat(realm.toString())
                .doesNotContain("haina-demo", "demo-secret", "demo-cli", "partner-demo", "localhost");
        realm.path("clients").forEach(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("publicClient").asBoolean()).isFalse();
        });
        assertThat(execution(realm, "haina password", "auth-otp-form")).isEqualTo("REQUIRED");
        assertThat(realm.path("directGrantFlow").asText()).isEqualTo("haina closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"haina-realm", "citizen-cloud-realm", "haina-realm-production"})
    void each_realm_guards_against_guessing_and_takes_exact_addresses_with_pkce_only(String file) throws IOException {
        JsonNode realm = realm(file);

        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("zh-CN");
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("redirectUris").toString()).doesNotContain("*");
            assertThat(client.path("attributes")
                            .path("post.logout.redirect.uris")
                            .asText())
                    .doesNotContain("*", "+");
            if (client.path("standardFlowEnabled").asBoolean()) {
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asText())
                        .isEqualTo("S256");
            }
        }
    }

    private static JsonNode realm(String name) throws IOException {
        return JSON.readTree(REALMS.resolve(name + ".json").toFile());
    }

    private static String claims(String role, String organ) {
        return "{\"haina-api\":[\"" + role + "\"]} " + organ;
    }

    private static Set<String> names(JsonNode list, String member) {
        Set<String> names = new TreeSet<>();
        list.forEach(entry -> names.add(entry.path(member).asText()));
        return names;
    }

    private static Set<String> accountsNamedIn(Path page) throws IOException {
        return Pattern.compile("\\b[a-z]+(\\.[a-z]+)?\\.(huangpu|xuhui|city|one|two)\\b")
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode user(JsonNode realm, String name) {
        for (JsonNode user : realm.path("users")) {
            if (user.path("username").asText().equals(name)) {
                return user;
            }
        }
        throw new AssertionError("No account " + name);
    }

    private static String attribute(JsonNode user, String name) {
        return user.path("attributes").path(name).path(0).asText();
    }

    private static String execution(JsonNode realm, String flow, String authenticator) {
        for (JsonNode candidate : realm.path("authenticationFlows")) {
            if (candidate.path("alias").asText().equals(flow)) {
                for (JsonNode step : candidate.path("authenticationExecutions")) {
                    if (step.path("authenticator").asText().equals(authenticator)) {
                        return step.path("requirement").asText();
                    }
                }
            }
        }
        return "absent";
    }
}
