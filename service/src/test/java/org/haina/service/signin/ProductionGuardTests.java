package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.haina.service.keys.RefusedStartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTests {

    private static final String UNKNOWN_CLIENT = "{\"error\":\"invalid_client\"}";
    private static final String WRONG_PASSWORD = "{\"error\":\"invalid_grant\"}";

    private final MockEnvironment production = new MockEnvironment().withProperty("haina.demo", "false");
    private HttpServer server;
    private volatile Function<String, String> answer = request -> UNKNOWN_CLIENT;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.apply(request).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_published_client_secret_is_refused() {
        assertThatThrownBy(() -> new ProductionGuard(settings(SigninSettings.DEMO_SECRET), production))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("HAINA_OIDC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "haina_app, own, HAINA_DB_PASSWORD",
        "own, haina_owner, HAINA_DB_OWNER_PASSWORD",
    })
    void a_published_password_of_an_external_database_is_refused(String password, String owners, String setting) {
        production
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/haina")
                .withProperty("spring.datasource.password", password)
                .withProperty("spring.flyway.password", owners);

        assertThatThrownBy(() -> new ProductionGuard(settings("own"), production))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining(setting + " is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=demo-cli", "client_id=partner-demo", "client_id=haina-web"})
    void one_sign_of_the_demo_is_enough_whatever_the_password(String sign) {
        answer = request -> request.contains(sign) ? WRONG_PASSWORD : UNKNOWN_CLIENT;

        assertThatThrownBy(() -> new ProductionGuard(settings("own"), production))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("demo accounts");
    }

    @Test
    void a_login_server_that_answers_late_is_trusted_from_then_on_if_it_is_clean() {
        answer = request -> "{}";
        ProductionGuard guard = new ProductionGuard(settings("own"), production);
        assertThat(guard.trustsLoginServer()).isFalse();

        answer = request -> request.contains("haina-web") ? WRONG_PASSWORD : UNKNOWN_CLIENT;
        assertThat(guard.trustsLoginServer()).isFalse();

        answer = request -> UNKNOWN_CLIENT;
        assertThat(guard.trustsLoginServer()).isTrue();
        server.stop(0);
        assertThat(guard.trustsLoginServer()).isTrue();
    }

    @Test
    void a_clean_login_server_is_accepted() {
        assertThat(new ProductionGuard(settings("own"), production).trustsLoginServer())
                .isTrue();
    }

    @Test
    void while_the_login_server_is_silent_the_service_starts_but_nobody_signs_in() {
        SigninSettings settings = settings("own");
        server.stop(0);

        ProductionGuard guard = new ProductionGuard(settings, production);

        assertThat(guard.trustsLoginServer()).isFalse();
    }

    @Test
    void in_demo_mode_everything_published_is_fine() {
        MockEnvironment demo = new MockEnvironment().withProperty("haina.demo", "true");

        assertThat(new ProductionGuard(settings(SigninSettings.DEMO_SECRET), demo).trustsLoginServer())
                .isTrue();
    }

    @Test
    void the_refusal_is_one_line() {
        FailureAnalysis analysis =
                new RefusedStartAnalyzer().analyze(new IllegalStateException(new RefusedStartException("reason")));

        assertThat(analysis.getDescription()).isEqualTo("Haina does not start: reason");
    }

    private SigninSettings settings(String secret) {
        URI issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/haina");
        return new SigninSettings(
                issuer,
                "/protocol/openid-connect",
                "haina-web",
                secret,
                "haina-api",
                "citizen-cloud",
                Duration.ofSeconds(2),
                Duration.ofHours(10));
    }
}
