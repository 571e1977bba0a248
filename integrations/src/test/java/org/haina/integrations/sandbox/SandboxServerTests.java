package org.haina.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.integrations.sandbox.SandboxWorld.of;
import static org.haina.integrations.sandbox.SandboxWorld.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.channel.GatewaySignature;
import org.haina.integrations.registers.Finding;
import org.haina.integrations.registers.RegisterRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxServerTests {

    @TempDir
    Path directory;

    private SandboxWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new SandboxWorld(directory);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void twenty_identical_requests_at_once_get_one_number() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        Callable<String> ask = () -> number("req-parallel-1");
        var answers = pool.invokeAll(Stream.generate(() -> ask).limit(20).toList());
        pool.shutdown();

        assertThat(answers).extracting(Future::get).hasSize(20).containsOnly(number("req-parallel-1"));
        assertThat(world.effects("teacher-system")).hasSize(1);
    }

    @Test
    void different_requests_get_different_numbers() {
        assertThat(number("req-number-1")).endsWith("000001");
        assertThat(number("req-number-2")).endsWith("000002");
    }

    @Test
    void a_request_id_cannot_be_used_for_another_person() {
        number("req-number-1");

        assertThatThrownBy(() ->
                        world.ask("teacher-system", "certificate-number", "req-number-1", numbering("li-shiling")))
                .isInstanceOf(AuthorityAnswerException.class)
                .hasMessageContaining("code 409");
    }

    @Test
    void numbers_survive_a_restart_and_the_adapter_signs_with_the_new_secret() throws IOException {
        var before = number("req-number-1");

        world.restart();

        assertThat(number("req-number-1")).isEqualTo(before);
        assertThat(number("req-number-2")).isNotEqualTo(before).endsWith("000002");
    }

    @Test
    void a_line_torn_by_a_crash_is_dropped() throws IOException {
        var before = number("req-number-1");
        world.server().close();
        Files.writeString(directory.resolve("effects.jsonl"), "{\"authority\":\"teacher-sy", StandardOpenOption.APPEND);

        world.restart();

        assertThat(number("req-number-1")).isEqualTo(before);
        assertThat(number("req-number-2")).endsWith("000002");
    }

    @Test
    void work_done_before_a_time_out_is_not_done_again() throws IOException {
        world.control("teacher-system", "mode=timeout-after-work&times=1&delay=20000");
        var impatient = world.adapters(Duration.ofSeconds(2));
        var request = new RegisterRequest(
                "teacher-system", "certificate-number", numbering("zhang-shili"), "req-late-01", "教师资格认定");

        assertThatThrownBy(() -> impatient.registers().ask(request))
                .isInstanceOfSatisfying(AuthorityUnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo(AuthorityUnavailableException.Reason.TIMEOUT));
        SandboxWorld.until(() -> effects("teacher-system") == 1);

        assertThat(number("req-late-01")).endsWith("000001");
        assertThat(effects("teacher-system")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fail, SERVER_ERROR",
        "down, UNREACHABLE",
        "too-many, TOO_MANY_REQUESTS",
    })
    void told_to_be_away_an_authority_is_away_and_back_again(String mode, AuthorityUnavailableException.Reason reason)
            throws IOException {
        world.control("hospital", "mode=" + mode);

        assertThatThrownBy(this::medical)
                .isInstanceOfSatisfying(AuthorityUnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));

        world.control("hospital", "mode=ok");
        assertThat(medical()).isEqualTo(Finding.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "malformed, MALFORMED",
        "wrong-id, WRONG_SUBJECT",
        "oversized, TOO_LARGE",
        "redirect, REDIRECTED",
    })
    void told_to_answer_wrongly_an_authority_does(String mode, AuthorityAnswerException.Reason reason)
            throws IOException {
        world.control("hospital", "mode=" + mode + "&times=1");

        assertThatThrownBy(this::medical)
                .isInstanceOfSatisfying(AuthorityAnswerException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));

        assertThat(medical()).isEqualTo(Finding.PASSED);
    }

    @Test
    void told_to_be_slow_it_still_answers() throws IOException {
        world.control("hospital", "mode=slow&delay=200");

        assertThat(medical()).isEqualTo(Finding.PASSED);
    }

    @Test
    void one_authority_down_leaves_the_others_alone() throws IOException {
        world.control("hospital", "mode=down");

        assertThat(world.ask("public-security", "identity", of("zhang-shili")).finding())
                .isEqualTo(Finding.FOUND);
    }

    @Test
    void a_wrong_signature_is_refused() throws Exception {
        var rtime = Long.toString(Clock.systemUTC().millis());
        var sign = GatewaySignature.sign("not-the-secret", "gongan/sfhc", "haina-demo", rtime);

        assertThat(status("/public-security/gongan/sfhc", "gongan/sfhc", rtime, sign))
                .isEqualTo(401);
    }

    @Test
    void an_old_signature_is_refused() throws Exception {
        var rtime =
                Long.toString(Clock.systemUTC().millis() - Duration.ofMinutes(6).toMillis());
        var sign = GatewaySignature.sign("haina-demo-secret", "refreshappsecret", "haina-demo", rtime);

        assertThat(status("/public-security/sysapi/auth/refreshappsecret", "refreshappsecret", rtime, sign))
                .isEqualTo(401);
    }

    @Test
    void a_person_can_be_added_as_a_copy_under_another_number() throws IOException {
        world.post(
                "/control/persons",
                "{\"copyOf\":\"zhang-shili\",\"idNumber\":\"319999199001011017\",\"name\":\"添示加\"}");
        world.restart();

        var added = parameters("name", "添示加", "idNumber", "319999199001011017");
        assertThat(world.ask("teacher-system", "exam-certificate", added).finding())
                .isEqualTo(Finding.FOUND);
        assertThat(world.ask("licence-store", "mandarin-certificate", added).finding())
                .isEqualTo(Finding.FOUND);
        assertThat(world.ask("public-security", "identity", added).finding()).isEqualTo(Finding.FOUND);
    }

    @Test
    void results_given_to_a_person_are_kept_and_the_exam_authority_can_be_away() throws IOException {
        world.post(
                "/control/persons",
                """
                {"copyOf": "chen-yangli", "idNumber": "319999199001011017", "name": "添示加",
                 "examRecords": [{"exam": "senior-entrance", "year": "2006", "candidateNumber": "063199990001",
                   "subjects": [{"subject": "语文", "score": "131"}], "total": "131"}]}""");
        world.restart();
        var asked =
                parameters("name", "添示加", "idNumber", "319999199001011017", "exam", "senior-entrance", "year", "2006");
        assertThat(world.ask("exam-authority", "scores", asked).finding()).isEqualTo(Finding.FOUND);

        world.control("exam-authority", "mode=down");
        assertThatThrownBy(() -> world.ask("exam-authority", "scores", asked))
                .isInstanceOf(AuthorityUnavailableException.class);
        world.control("exam-authority", "mode=slow&delay=100");
        assertThat(world.ask("exam-authority", "scores", asked).finding()).isEqualTo(Finding.FOUND);
    }

    @Test
    void a_person_who_makes_no_sense_is_refused_and_not_kept() throws IOException {
        var answer = world.post(
                "/control/persons", "{\"copyOf\":\"zhang-shili\",\"idNumber\":\"319999199001011017\",\"shoeSize\":42}");
        var real = world.post("/control/persons", "{\"copyOf\":\"zhang-shili\",\"idNumber\":\"310101199001011017\"}");
        world.restart();

        assertThat(answer.path("code").asText()).isEqualTo("400");
        assertThat(real.path("code").asText()).isEqualTo("400");
        assertThat(world.ask("citizen-cloud", "profile", parameters("idNumber", "319999199001011017"))
                        .finding())
                .isEqualTo(Finding.NOT_FOUND);
    }

    @Test
    void reset_forgets_everything() throws IOException {
        number("req-number-1");
        world.post("/control/reset", "");

        assertThat(effects("teacher-system")).isZero();
        assertThat(number("req-number-2")).endsWith("000001");
    }

    @Test
    void a_page_of_another_site_cannot_steer() throws Exception {
        var request = HttpRequest.newBuilder(world.server().uri().resolve("/control/reset"))
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void the_overview_shows_authorities_and_persons() throws Exception {
        var page =
                send(HttpRequest.newBuilder(world.server().uri().resolve("/"))).body();

        assertThat(page).contains("公安", "电子证照库", "张示例", "𠮷示安", "演示数据 无效");
    }

    private String number(String requestId) {
        return world.ask("teacher-system", "certificate-number", requestId, numbering("zhang-shili"))
                .fields()
                .path("number")
                .asText();
    }

    private static ObjectNode numbering(String key) {
        return of(key).put("year", "2026")
                .put("organ", "010")
                .put("schoolLevel", "primary")
                .put("sex", "2");
    }

    private Finding medical() {
        return world.ask("hospital", "medical", of("zhang-shili").put("round", "2026-autumn"))
                .finding();
    }

    private int effects(String authority) {
        try {
            return world.effects(authority).size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String path, String sid, String rtime, String sign) throws Exception {
        URI address = world.server().uri().resolve(path);
        return send(HttpRequest.newBuilder(address)
                        .header("gjgxjhpt_rid", "haina-demo")
                        .header("gjgxjhpt_sid", sid)
                        .header("gjgxjhpt_rtime", rtime)
                        .header("gjgxjhpt_sign", sign)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
