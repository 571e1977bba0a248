package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.haina.service.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What leaves the container, error dispatch included, over real HTTP. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ApiEdgeTests {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @CsvSource({
        "/api/probe/refused, 404, /problems/not-found, 没有这个办件。",
        "/api/probe/conflict, 409, /problems/conflict, 刷新",
        "/api/probe/broken, 500, /problems/internal-error, 稍后重试",
        "/api/probe/me, 401, /problems/not-signed-in, 登录",
        "/api/nowhere, 404, /problems/not-found, 不存在",
    })
    void a_program_gets_a_problem_in_chinese_with_a_correlation_id(String path, int status, String type, String words) {
        ResponseEntity<JsonNode> answer = http.getForEntity(path, JsonNode.class);

        JsonNode problem = answer.getBody();
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(problem).isNotNull();
        assertThat(problem.path("type").asText()).isEqualTo(type);
        assertThat(problem.path("detail").asText()).contains(words);
        assertThat(problem.path("correlation").asText())
                .isEqualTo(answer.getHeaders().getFirst("X-Correlation-Id"));
        assertThat(problem.toString()).doesNotContain("Exception", "internal words", "secret", "trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"x\"",
                "{\"name\":{}}",
                "{\"name\":\"a\",\"count\":\"many\"}",
                "{\"naem\":\"a\"}",
                ""
            })
    void a_body_that_is_not_what_was_asked_for_is_refused(String body) {
        JsonNode problem = post(body, MediaType.APPLICATION_JSON, 400);

        assertThat(problem.path("type").asText()).isEqualTo("/problems/malformed");
        assertThat(problem.toString()).doesNotContain("Exception", "org.", "com.", "line");
    }

    /** Read into memory whole, it would end the service. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_of_more_than_a_mebibyte_is_refused_whether_it_states_its_length_or_not(boolean stated)
            throws Exception {
        byte[] body = ("{\"name\":\"" + "a".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.getRootUri() + "/api/probe/body"))
                .header("Content-Type", "application/json")
                .POST(
                        stated
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/too-large", "1 MB", "correlation");
    }

    /** The container would read no field of it, and the page would say that it came from elsewhere. */
    @Test
    void a_form_beyond_its_limit_is_said_to_be_too_large() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);

        ResponseEntity<String> answer = http.exchange(
                "/probe/form",
                HttpMethod.POST,
                new HttpEntity<>("opinion=" + "a".repeat(2 << 20), headers),
                String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(413);
        assertThat(answer.getBody()).contains("内容过大");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/files, /problems/too-large", "/probe/form, 内容过大"})
    void an_upload_that_states_a_length_beyond_the_limit_is_told_so(String path, String words) throws Exception {
        Answer answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 80000000\r\n\r\n--x\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).contains(words);
    }

    /** Refused by the firewall, for the name it was sent to, and by the container before any filter. */
    @ParameterizedTest
    @CsvSource({
        "/a;b, localhost, 返回首页",
        "/, elsewhere.example, 返回首页",
        "/api/v1/items, elsewhere.example, /problems/malformed",
        "/a|b, localhost, 请求无法识别"
    })
    void what_is_refused_before_the_security_chain_carries_its_headers_and_our_words(
            String path, String host, String words) throws Exception {
        Answer answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains(words).doesNotContain("Exception", "HTTP Status", "elsewhere.example");
        assertThat(answer.header("Content-Security-Policy")).isNotNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).contains(words).doesNotContain("Exception", "HTTP Status", "elsewhere.example");
    }

    /** Over a bare socket: clients refuse to send such requests. */
    private Answer raw(String request) throws Exception {
        URI root = URI.create(http.getRootUri());
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private record Answer(String text) {

        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        @Nullable
        String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse(null);
        }
    }

    @Test
    void an_upload_without_its_boundary_is_a_fault_of_the_sender() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "multipart/form-data");

        assertThat(http.exchange("/api/probe/body", HttpMethod.POST, new HttpEntity<>("x", headers), JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void the_number_of_a_fault_stands_in_the_log(CapturedOutput output) {
        String number =
                http.getForEntity("/probe/page", String.class).getHeaders().getFirst("X-Correlation-Id");

        assertThat(output.getAll()).containsPattern("ERROR \\[" + number + "] .*ended in an error");
    }

    @Test
    void an_unknown_field_is_named() {
        JsonNode problem = post("{\"name\":\"a\",\"status\":\"approved\"}", MediaType.APPLICATION_JSON, 400);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/status");
        assertThat(problem.at("/errors/0/message").asText()).isEqualTo("没有这个字段");
    }

    @Test
    void another_media_type_and_method_are_refused_in_words() {
        assertThat(post("name=a", MediaType.APPLICATION_FORM_URLENCODED, 415)
                        .path("title")
                        .asText())
                .isEqualTo("不支持的内容类型");
        assertThat(http.exchange("/api/probe/body", HttpMethod.DELETE, null, JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(405);
    }

    @Test
    void a_person_gets_a_page_with_the_number_to_quote() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(java.util.List.of(MediaType.TEXT_HTML));

        ResponseEntity<String> missing =
                http.exchange("/no-such-page", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        ResponseEntity<String> broken =
                http.exchange("/probe/broken", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(missing.getStatusCode().value()).isEqualTo(404);
        assertThat(missing.getBody())
                .contains("没有找到", "返回首页", missing.getHeaders().getFirst("X-Correlation-Id"));
        assertThat(broken.getStatusCode().value()).isEqualTo(500);
        assertThat(broken.getBody()).contains("系统出现故障").doesNotContain("internal words", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "Basic YTpi"})
    void a_token_we_did_not_ask_for_opens_nothing(String authorization) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);

        assertThat(http.exchange("/api/probe/me", HttpMethod.GET, new HttpEntity<>(headers), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/camunda/app", "/h2-console", "/swagger-ui/index.html"})
    void doors_of_the_parts_inside_are_not_there(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode().is4xxClientError())
                .isTrue();
    }

    private JsonNode post(String body, MediaType type, int expected) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        ResponseEntity<JsonNode> answer =
                http.exchange("/api/probe/body", HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
        assertThat(answer.getStatusCode().value()).as(body).isEqualTo(expected);
        assertThat(answer.getBody()).isNotNull();
        return answer.getBody();
    }
}
