package org.haina.integrations.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.AuthorityUnavailableException.Reason;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private Channel channel;

    @BeforeEach
    void start() {
        server.start();
        channel = channel(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void five_failures_open_the_circuit_and_the_authority_is_left_in_peace() {
        answered(aResponse().withStatus(503));
        Stream.generate(this::trouble).limit(5).forEach(reason -> assertThat(reason)
                .isEqualTo(Reason.SERVER_ERROR));

        assertThat(channel.open()).isTrue();
        assertThat(trouble()).isEqualTo(Reason.BREAKER_OPEN);
        server.verify(5, anyRequestedFor(anyUrl()));
    }

    @Test
    void the_circuit_closes_when_the_authority_is_back() {
        answered(aResponse().withStatus(503));
        Stream.generate(this::trouble).limit(5).forEach(reason -> assertThat(reason)
                .isNotNull());
        answered(okJson("{\"code\":\"0\"}"));

        SandboxWorld.until(() -> catchThrowable(this::call) == null);

        assertThat(call().text("code")).isEqualTo("0");
        assertThat(channel.open()).isFalse();
    }

    @Test
    void an_authority_that_answers_wrongly_is_not_taken_for_dead() {
        answered(aResponse().withStatus(200).withBody("nonsense"));

        for (int i = 0; i < 12; i++) {
            assertThat(catchThrowable(this::call)).isInstanceOf(AuthorityAnswerException.class);
        }

        server.verify(12, anyRequestedFor(anyUrl()));
    }

    @Test
    void more_calls_at_once_than_agreed_are_turned_away() throws Exception {
        answered(okJson("{}").withFixedDelay(2000));
        var pool = Executors.newFixedThreadPool(20);
        Callable<Throwable> call = () -> catchThrowable(this::call);

        var outcomes = pool.invokeAll(Stream.generate(() -> call).limit(20).toList());
        pool.shutdown();

        int busy = 0;
        for (var outcome : outcomes) {
            var trouble = outcome.get();
            if (trouble != null) {
                assertThat(((AuthorityUnavailableException) trouble).reason()).isEqualTo(Reason.BUSY);
                busy++;
            }
        }
        assertThat(busy).isGreaterThanOrEqualTo(20 - 2 * 8);
    }

    @Test
    void nobody_listening_is_unreachable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        channel = new Channel("diploma", settings("http://127.0.0.1:" + free, Duration.ofSeconds(1)), NOON);

        assertThat(trouble()).isEqualTo(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "999999999, 86400",
        "'Mon, 23 Nov 2026 12:00:30 GMT', 30",
        "'Mon, 23 Nov 2026 11:00:00 GMT', 0",
        "soon, -1",
        "-5, -1",
    })
    void retry_after_is_understood_and_bounded(String header, long seconds) {
        answered(aResponse().withStatus(503).withHeader("Retry-After", header));

        var trouble = catchThrowableOfType(AuthorityUnavailableException.class, this::call);

        assertThat(trouble.retryAfter().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:1/file",
                "https://elsewhere.example/file",
                "//elsewhere.example/file",
                "file:///etc/passwd",
                "http://user@127.0.0.1/file",
                "http://[::1]/file",
                "jar:http://127.0.0.1/x!/y",
                "not an address"
            })
    void a_file_is_fetched_from_the_authority_itself_only(String address) {
        assertThat(catchThrowable(() -> channel.fetch(address, 100))).isInstanceOf(AuthorityAnswerException.class);
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_file_above_the_limit_is_cut_off() {
        answered(aResponse().withBody("x".repeat(101)));

        var trouble = catchThrowableOfType(
                AuthorityAnswerException.class,
                () -> channel.fetch(server.baseUrl().replace("localhost", "127.0.0.1") + "/f", 100));

        assertThat(trouble.reason()).isEqualTo(AuthorityAnswerException.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://authority.example/api",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "https://user:pass@authority.example/",
                "https://authority.example/?x=1",
                "https:///path",
                "/relative"
            })
    void a_base_url_must_be_plain_https(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuthoritySettings.of(URI.create(url), "haina", "secret"));
    }

    @Test
    void the_secret_is_never_printed() {
        assertThat(AuthoritySettings.of(URI.create("https://authority.example/"), "haina", "top-secret"))
                .asString()
                .doesNotContain("top-secret");
    }

    @Test
    void a_path_cannot_leave_the_base_url() {
        for (var path : new String[] {"/../admin", "//elsewhere.example", "/a?b=c", "relative", "/a/../b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> channel.post(path, "request-1", Map.of(), Channel.object()));
        }
    }

    @Test
    void a_signature_is_the_published_formula() {
        // Computed with openssl: printf 'sid1rid11700000000000' | openssl dgst -sha256 -hmac secret -binary | base64
        assertThat(GatewaySignature.sign("secret", "sid1", "rid1", "1700000000000"))
                .isEqualTo("a5ir4UV6bjUSX0ktuZgDnlajbAh5uYBdLbEiq5PqJNE=");
    }

    @Test
    void a_sealed_secret_opens_with_the_right_key_only() {
        var sealed = GatewaySignature.seal("secret", "key");

        assertThat(GatewaySignature.open(sealed, "key")).isEqualTo("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> GatewaySignature.open(sealed, "other"));
        assertThatIllegalArgumentException().isThrownBy(() -> GatewaySignature.open("!", "key"));
    }

    private Channel channel(Duration readTimeout) {
        return new Channel("diploma", settings("http://127.0.0.1:" + server.port(), readTimeout), NOON);
    }

    private static AuthoritySettings settings(String url, Duration readTimeout) {
        return AuthoritySettings.of(URI.create(url), "haina", "secret").waiting(readTimeout, Duration.ofMillis(300));
    }

    private void answered(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Fields call() {
        return channel.post("/x", "request-1", Map.of(), Channel.object());
    }

    private Reason trouble() {
        return catchThrowableOfType(AuthorityUnavailableException.class, this::call)
                .reason();
    }
}
