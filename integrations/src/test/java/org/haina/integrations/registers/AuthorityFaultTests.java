package org.haina.integrations.registers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.AuthorityUnavailableException.Reason;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.channel.GatewaySignature;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each adapter makes of a faulty authority; nobody's data reaches an exception. */
class AuthorityFaultTests {

    /** A question to each authority. */
    enum Question {
        PROFILE("citizen-cloud", "profile"),
        PUSH("citizen-cloud", "push-status"),
        IDENTITY("public-security", "identity"),
        NO_CRIME("public-security", "no-crime"),
        DIPLOMA("diploma", "diploma"),
        EXAMINATION("teacher-system", "exam-certificate"),
        ABILITY("teacher-system", "ability-certificate"),
        REGISTERED("teacher-system", "teacher-certificate"),
        NUMBER("teacher-system", "certificate-number"),
        MEDICAL("hospital", "medical"),
        MANDARIN("licence-store", "mandarin-certificate"),
        VERIFY("licence-store", "verify"),
        SCORES("exam-authority", "scores"),
        ENTERPRISE("business-registry", "enterprise"),
        SOCIETY("civil-affairs", "registration"),
        ORGANISATION_TRUST("credit", "organisation-standing"),
        PERSON_TRUST("credit", "person-standing");

        private final String register;
        private final String query;

        /** Civil affairs says 1 where the others say 0. */
        String said(String body) {
            return this == SOCIETY ? body.replace("\"code\":\"0\"", "\"code\":\"1\"") : body;
        }

        Question(String register, String query) {
            this.register = register;
            this.query = query;
        }
    }

    private static final WireMockServer AUTHORITY = new WireMockServer(options().dynamicPort());
    private static final WireMockServer ELSEWHERE = new WireMockServer(options().dynamicPort());
    private static final DemoPerson CITIZEN = SandboxWorld.person("zhang-shili");

    private Registers registers;

    @BeforeAll
    static void start() {
        AUTHORITY.start();
        ELSEWHERE.start();
    }

    @AfterAll
    static void stop() {
        AUTHORITY.stop();
        ELSEWHERE.stop();
    }

    @BeforeEach
    void logInsWork() {
        AUTHORITY.resetAll();
        ELSEWHERE.resetAll();
        ELSEWHERE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        AUTHORITY.stubFor(post(urlMatching(".*/refreshappsecret"))
                .willReturn(okJson("{\"code\":\"0\",\"data\":{\"secret\":\""
                        + GatewaySignature.seal("s", IntegrationsSettings.SANDBOX_SECRET)
                        + "\",\"secretEndTime\":\"4102444800000\"}}")));
        AUTHORITY.stubFor(post(urlMatching(".*/oauth2/token"))
                .willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":7200}")));
        AUTHORITY.stubFor(post(urlMatching(".*/login.do"))
                .willReturn(
                        okJson("{\"head\":{\"status\":\"0\"},\"data\":{\"sessionId\":\"s\",\"validSeconds\":3600}}")));
        registers = waiting(Duration.ofSeconds(10));
    }

    private static Registers waiting(Duration readTimeout) {
        var settings = IntegrationsSettings.sandbox(URI.create("http://127.0.0.1:" + AUTHORITY.port()))
                .waiting(readTimeout, Duration.ofSeconds(30));
        return new Authorities(settings, LicenceTypes.standard(), Clock.systemUTC()).registers();
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void silence_is_a_time_out(Question question) {
        answered(okJson("{}").withFixedDelay(3000));
        registers = waiting(Duration.ofMillis(300));

        assertThat(unavailable(question)).isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void an_answer_that_drips_is_a_time_out(Question question) {
        answered(okJson("{\"code\":\"0\",\"data\":{}}").withChunkedDribbleDelay(20, 10_000));
        registers = waiting(Duration.ofMillis(300));

        assertThat(unavailable(question)).isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void status_500_is_a_server_error(Question question) {
        answered(aResponse().withStatus(500).withBody(CITIZEN.name()));

        assertThat(unavailable(question)).isEqualTo(Reason.SERVER_ERROR);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_broken_connection_is_unreachable(Question question) {
        answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(unavailable(question)).isEqualTo(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void status_429_says_when_to_come_again(Question question) {
        answered(aResponse().withStatus(429).withHeader("Retry-After", "7"));

        var trouble = catchThrowableOfType(AuthorityUnavailableException.class, () -> ask(question));

        assertThat(trouble.reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
        assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "<html>张示例</html>",
                "{\"code\":\"0\",\"IsSuccess\":true,\"head\":{\"status\":\"0\"}",
                "{\"code\":\"0\",\"code\":\"0\"}",
                "{\"code\":{},\"IsSuccess\":[],\"head\":7,\"data\":\"张示例\"}",
                "{\"code\":\"0\",\"IsSuccess\":true,\"head\":{\"status\":\"0\"},\"DataList\":7,\"biz_data\":7,\"data\":"
                        + "{\"cxjg\":{\"data\":\"x\"},\"zsxx\":true,\"cjxx\":7,\"certs\":{},\"zsbh\":\"1\"}}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anything_but_the_agreed_format_is_malformed(String body) {
        for (var question : Question.values()) {
            answered(aResponse().withStatus(200).withBody(question.said(body)));
            assertThat(refused(question)).as(question.name()).isEqualTo(AuthorityAnswerException.Reason.MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Question.class, mode = EnumSource.Mode.EXCLUDE, names = "PUSH")
    void an_answer_about_somebody_else_is_refused(Question question) {
        answered(okJson(question.said(ABOUT_A_STRANGER)));

        assertThat(refused(question)).isEqualTo(AuthorityAnswerException.Reason.WRONG_SUBJECT);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void an_oversized_answer_is_cut_off(Question question) {
        answered(okJson("{\"data\":\"" + "x".repeat(2 << 20) + "\"}"));

        assertThat(refused(question)).isEqualTo(AuthorityAnswerException.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_redirect_to_another_host_is_not_followed(Question question) {
        answered(aResponse().withStatus(307).withHeader("Location", ELSEWHERE.baseUrl() + "/trap"));

        assertThat(refused(question)).isEqualTo(AuthorityAnswerException.Reason.REDIRECTED);
        assertThat(ELSEWHERE.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void status_400_is_for_a_person_to_look_at(Question question) {
        answered(aResponse().withStatus(400));

        assertThat(refused(question)).isEqualTo(AuthorityAnswerException.Reason.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void nothing_is_repeated(Question question) {
        answered(aResponse().withStatus(500));

        unavailable(question);

        AUTHORITY.verify(1, postRequestedFor(urlPathMatching(BUSINESS)));
    }

    private static final String BUSINESS =
            "/[a-z-]+/(gongan|xljy|tjzx|jszg|kscj|scjg|minzheng|xinyong|user|case|cert/usage/q|cert/verify).*";

    private static final String ABOUT_A_STRANGER =
            """
            {"code":"0","IsSuccess":true,"head":{"status":"0"},
             "DataList":[{"zjhm":"319999190001010018","zsbh":"1","uniscid":"91319999MA1FT0107U"}],
             "biz_data":{"result":[{"usc_code":"52319999MJ1FT00971"}]},
             "data":{"zjhm":"319999190001010018","qqbh":"x","hzbh":{},
              "cxjg":{"data":[{"gmsfhm":"319999190001010018","CF_XDR_SFZ":"319999190001010018",
               "CF_XDR_SHXYM":"91319999MA1FT0107U"}]},
              "zsxx":[{"zjhm":"319999190001010018"}],
              "cjxx":[{"zjhm":"319999190001010018"}],
              "certs":[{"CZZTDM":"319999190001010018","ZZBS":"1.2.156.3005.2.X"}]}}""";

    private static void answered(ResponseDefinitionBuilder answer) {
        AUTHORITY.stubFor(post(urlPathMatching(BUSINESS)).willReturn(answer));
    }

    private Reason unavailable(Question question) {
        var trouble = catchThrowable(() -> ask(question));
        assertThat(trouble).isInstanceOf(AuthorityUnavailableException.class);
        assertThatNobodyIsNamed(trouble);
        return ((AuthorityUnavailableException) trouble).reason();
    }

    private AuthorityAnswerException.Reason refused(Question question) {
        var trouble = catchThrowable(() -> ask(question));
        assertThat(trouble).isInstanceOf(AuthorityAnswerException.class);
        assertThatNobodyIsNamed(trouble);
        return ((AuthorityAnswerException) trouble).reason();
    }

    private static void assertThatNobodyIsNamed(Throwable trouble) {
        var text = new StringWriter();
        trouble.printStackTrace(new PrintWriter(text, true));
        assertThat(text.toString()).doesNotContain(CITIZEN.name(), CITIZEN.idNumber(), "319999");
    }

    private Answer ask(Question question) {
        return registers.ask(new RegisterRequest(
                question.register, question.query, parameters(question), SandboxWorld.requestId(), "教师资格认定"));
    }

    private static ObjectNode parameters(Question question) {
        var person = SandboxWorld.of("zhang-shili");
        return switch (question) {
            case PROFILE -> SandboxWorld.parameters("idNumber", CITIZEN.idNumber());
            case PUSH ->
                SandboxWorld.parameters(
                        "idNumber",
                        CITIZEN.idNumber(),
                        "caseNumber",
                        "HN26X",
                        "itemTitle",
                        "教师资格认定",
                        "status",
                        "accepted",
                        "statusText",
                        "已受理",
                        "at",
                        "2026-11-23T01:00:00Z");
            case ENTERPRISE, SOCIETY, ORGANISATION_TRUST -> SandboxWorld.parameters("uscc", "91319999MA1FT0043X");
            case DIPLOMA -> person.put("diplomaNumber", "1");
            case REGISTERED -> person.put("certificateNumber", "20203110121000123");
            case MEDICAL -> person.put("round", "2026-autumn");
            case SCORES -> person.put("exam", "college-entrance").put("year", "2017");
            case NUMBER ->
                person.put("year", "2026")
                        .put("organ", "010")
                        .put("schoolLevel", "primary")
                        .put("sex", "2");
            case VERIFY ->
                SandboxWorld.parameters(
                        "licence", "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.0");
            default -> person;
        };
    }
}
