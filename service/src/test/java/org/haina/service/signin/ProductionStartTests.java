package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.haina.certificates.signing.SigningKey;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.service.HainaApplication;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.TestDesk;
import org.haina.service.keys.RefusedStartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The whole application as an operator starts it, outside demo mode. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTests {

    private static final String CLEAN = "{\"error\":\"invalid_client\"}";
    private static final String DEMO = "{\"error\":\"invalid_grant\"}";
    private static final String KEYS = "{\"origin\":\"operator\",\"current\":\"k1\",\"index\":{\"key\":\"k1\","
            + "\"suite\":\"NATIONAL\"},\"keys\":[{\"id\":\"k1\",\"secret\":\"" + "A".repeat(43) + "=\"}]}";

    private static Path home;

    private final LocalIssuer issuer = new LocalIssuer();
    private final Map<String, String> settings = new TreeMap<>(Map.of(
            "haina.signin.issuer",
            issuer.address().toString(),
            "haina.signin.client-secret",
            "own",
            "haina.vault.keys",
            KEYS,
            "haina.issuance.key-password",
            "own"));

    ProductionStartTests() {
        RegisterCatalogue.get().registers().stream()
                .map(RegisterCatalogue.Register::key)
                .forEach(register -> {
                    String name = "haina.registers.authorities." + register;
                    settings.put(name + ".base-url", "http://127.0.0.1:1");
                    settings.put(name + ".client-id", "haina");
                    settings.put(name + ".secret", "own");
                });
    }

    @BeforeAll
    static void keys() throws IOException {
        home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/production").toAbsolutePath()), "home");
        SigningKey.loadOrCreate(
                Files.createDirectories(home.resolve("keys")).resolve("signing.p12"),
                "own".toCharArray(),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "haina.signin.client-secret, HAINA_OIDC_CLIENT_SECRET is the published demo secret",
        "haina.vault.keys, HAINA_VAULT_KEYS",
        "haina.issuance.key-password, HAINA_SIGNING_PASSWORD is the published demo password",
        "haina.registers.authorities.diploma, demo secret",
    })
    void one_secret_left_as_it_was_delivered_keeps_the_service_down_and_one_line_names_it(
            String left, String words, CapturedOutput output) {
        settings.keySet().removeIf(name -> name.startsWith(left));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(RefusedStartException.class);

        assertThat(output).containsPattern("Haina does not start: .*" + words);
    }

    @Test
    void a_login_server_with_the_demo_accounts_keeps_the_service_down(CapturedOutput output) {
        issuer.answersTokenRequests(401, DEMO);

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(RefusedStartException.class);

        assertThat(output).contains("Haina does not start: the login server has the demo accounts");
    }

    @Test
    void a_door_of_the_engine_that_something_else_opens_keeps_the_service_down() {
        issuer.answersTokenRequests(401, CLEAN);

        assertThatThrownBy(() -> start(OpenDoor.class))
                .hasRootCauseMessage("The engine is not locked down: expressions in stored queries");
    }

    @Test
    void while_the_login_server_is_late_both_doors_are_shut_and_say_so() throws IOException {
        String token = issuer.token(TestDesk.CLERK);
        try (ConfigurableApplicationContext service = start()) {
            HttpApi web = new HttpApi(
                    URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port")));

            assertShut(web, token);
            issuer.answersTokenRequests(401, DEMO);
            assertShut(web, token);
            issuer.answersTokenRequests(401, CLEAN);

            assertThat(web.get("/api/v1/work-items", token).statusCode()).isEqualTo(200);
            assertThat(location(web.get("/oauth2/authorization/haina", token)))
                    .startsWith(issuer.address().toString());
        }
    }

    private static void assertShut(HttpApi web, String token) throws IOException {
        HttpResponse<String> refused = web.get("/api/v1/work-items", token);
        var problem = new ObjectMapper().readTree(refused.body());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem.path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(refused.headers().firstValue("X-Correlation-Id"))
                .hasValue(problem.path("correlation").asText());
        for (String door : List.of("/oauth2/authorization/haina", "/login/oauth2/code/haina?code=a&state=b")) {
            assertThat(location(web.get(door, token))).as(door).endsWith("/login?reason=unavailable");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OpenDoor {

        @Bean
        ProcessEnginePlugin opening() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void postInit(ProcessEngineConfigurationImpl engine) {
                    engine.setEnableExpressionsInStoredQueries(true);
                }
            };
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private ConfigurableApplicationContext start(Class<?>... further) {
        settings.putAll(Map.of(
                "server.port", "0",
                "haina.demo", "false",
                "haina.home", home.toString(),
                "camunda.bpm.process-engine-name", "production"));
        return new SpringApplicationBuilder(HainaApplication.class)
                .sources(further)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
