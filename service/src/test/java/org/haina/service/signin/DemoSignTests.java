package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.haina.service.signin.DemoSign.Finding;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the real login server says to the signs of the demo. */
@ServiceTest
class DemoSignTests {

    @LocalServerPort
    private int port;

    @Test
    void the_demo_realm_bears_each_of_the_signs() {
        SigninSettings demo = settings(KeycloakForTests.running(port));

        assertThat(DemoSign.ALL)
                .hasSize(3)
                .allSatisfy(sign -> assertThat(sign.at(demo)).as(sign.request()).isEqualTo(Finding.DEMO));
    }

    @Test
    void a_realm_without_the_clients_or_with_secrets_of_its_own_bears_none() {
        String realm = KeycloakForTests.running(port);
        SigninSettings other = settings(realm.replace("/haina", "/citizen-cloud"));

        assertThat(DemoSign.ALL)
                .allSatisfy(
                        sign -> assertThat(sign.at(other)).as(sign.request()).isEqualTo(Finding.CLEAN));
        assertThat(DemoSign.ALL)
                .map(DemoSign::request)
                .filteredOn(request -> request.contains("client_secret="))
                .hasSize(2)
                .allSatisfy(request -> assertThat(
                                new DemoSign(request.replace("demo-secret", "own-secret")).at(settings(realm)))
                        .as(request)
                        .isEqualTo(Finding.CLEAN));
    }

    private static SigninSettings settings(String realm) {
        return new SigninSettings(
                URI.create(realm),
                "/protocol/openid-connect",
                "haina-web",
                "own",
                "haina-api",
                "citizen-cloud",
                Duration.ofSeconds(10),
                Duration.ofHours(10));
    }
}
