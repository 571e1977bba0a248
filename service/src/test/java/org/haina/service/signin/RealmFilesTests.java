package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.haina.integrations.DemoPersons;
import org.haina.service.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login server's files agree with the demo persons and keep what ASVS asks of them. */
class RealmFilesTests {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        return JSON.readTree(Path.of("src/main/keycloak", name + ".json").toFile());
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
