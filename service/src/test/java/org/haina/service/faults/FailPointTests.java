package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.CaseOracle;
import org.haina.service.FailPoint;
import org.haina.service.FailPoint.Where;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.MovableClock;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceProcess;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One case from submission to certificate, the process dying at eight fixed points on the way: before a commit, after
 * it and before the answer, and between what an authority did and our note of it.
 */
class FailPointTests {

    private static final String SUBMISSION = "insert into submission";
    private static final String QUESTIONS = "insert into outbound";
    private static final String ANSWERED = "update outbound set state = 'answered'";
    private static final String OPINION = "insert into opinion";
    private static final String SEALING = "update certificate set status = 'VALID'";
    private static final String ACCEPT = "{\"outcome\":\"accept\"}";
    private static final String APPROVE = "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}";
    private static final String GRANT = "{\"outcome\":\"granted\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalIssuer issuer = new LocalIssuer();
    private Path home;
    private SandboxServer sandbox;
    private ServiceProcess service;

    @BeforeEach
    void setUp() throws IOException {
        home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/killed").toAbsolutePath()), "points");
        sandbox = SandboxServer.start(0, home.resolveSibling(home.getFileName() + ".sandbox"), new MovableClock());
        restart();
    }

    @AfterEach
    void tearDown() {
        service.close();
        sandbox.close();
        issuer.close();
    }

    @Test
    void a_case_goes_its_way_once_whatever_dies_under_it() throws Exception {
        Applicant applicant = Applicant.ready(TestPerson.admitted(sandbox), issuer, api());
        CaseNumber number = submitted(applicant);
        accepted(number);
        reviewed(number);
        granted(number);

        assertThat(ledgerOf(number)).as("calls by state").allMatch(call -> call.endsWith("answered"));
        assertThat(effects("teacher-system", "certificate-number")).isEqualTo(1);
        assertThat(effects("licence-store", "register")).isEqualTo(1);
        assertThat(effects("citizen-cloud", "status")).isEqualTo(1);
        assertThat(moves(number))
                .containsExactly("RECEIVE", "ACCEPT", "BEGIN_REVIEW", "PROPOSE", "GRANT", "DELIVER_GRANT");
    }

    private CaseNumber submitted(Applicant applicant) throws IOException {
        dyingAt(Where.BEFORE_COMMIT, SUBMISSION, () -> applicant.submit(api()));
        assertThat(count("case_file")).isZero();

        dyingAt(Where.AFTER_COMMIT, SUBMISSION, () -> applicant.submit(api()));
        assertThat(count("case_file")).isEqualTo(1);
        CaseNumber number = Applicant.number(applicant.submit(api()));
        CaseOracle oracle = new CaseOracle(database());
        assertThat(oracle.faultsOf(Set.of(number))).isEmpty();
        assertThat(oracle.halves()).isEmpty();
        return number;
    }

    private void accepted(CaseNumber number) throws IOException {
        dyingAt(Where.BEFORE_COMMIT, QUESTIONS, () -> work(number, TestDesk.CLERK, ACCEPT));
        assertThat(count("outbound")).isZero();
        assertThat(moves(number)).containsExactly("RECEIVE");

        dyingAt(Where.AFTER_COMMIT, QUESTIONS, () -> work(number, TestDesk.CLERK, ACCEPT));
        TestDesk.await("all answers", () -> moves(number).contains("BEGIN_REVIEW"));
    }

    private void reviewed(CaseNumber number) throws IOException {
        dyingAt(Where.BEFORE_COMMIT, OPINION, () -> work(number, TestDesk.REVIEWER, APPROVE));
        assertThat(count("opinion")).isZero();

        assertThat(work(number, TestDesk.REVIEWER, APPROVE).statusCode()).isEqualTo(204);
    }

    /** The number is assigned, the certificate sealed and registered; each time the process dies before it knows. */
    private void granted(CaseNumber number) throws IOException {
        new FailPoint(Where.STATEMENT, ANSWERED).arm(home);
        assertThat(work(number, TestDesk.DECIDER, GRANT).statusCode()).isEqualTo(204);
        service.awaitDeath();
        assertThat(effects("teacher-system", "certificate-number")).isEqualTo(1);

        new FailPoint(Where.BEFORE_COMMIT, SEALING).arm(home);
        ServiceProcess.startAndFail(home, issuer, settings());
        assertThat(effects("licence-store", "register")).isZero();

        new FailPoint(Where.STATEMENT, ANSWERED).arm(home);
        ServiceProcess.startAndFail(home, issuer, settings());
        assertThat(effects("licence-store", "register")).isEqualTo(1);

        restart();
        TestDesk.await("the end of the case", () -> moves(number).contains("DELIVER_GRANT"));
        TestDesk.await("the last call", () -> ledgerOf(number).stream().allMatch(call -> call.endsWith("answered")));
    }

    private void dyingAt(Where where, String statement, Request request) {
        new FailPoint(where, statement).arm(home);
        assertThatThrownBy(request::send).isInstanceOf(IOException.class);
        service.awaitDeath();
        restart();
    }

    private interface Request {
        HttpResponse<String> send() throws IOException;
    }

    /** Claims the open task, again if need be, and completes it. */
    private HttpResponse<String> work(CaseNumber number, Caller.Official official, String body) throws IOException {
        String token = issuer.token(official);
        String id = JSON.readTree(
                        api().get("/api/v1/work-items?number=" + number, token).body())
                .at("/items/0/id")
                .asText();
        String tag = api().claim(token, id).headers().firstValue("ETag").orElseThrow();
        return api().complete(token, id, tag, body);
    }

    private void restart() {
        service = ServiceProcess.start(home, issuer, settings());
    }

    /** What a dead process held is free after seconds. */
    private String[] settings() {
        return new String[] {
            "--haina.registers.url=" + sandbox.uri(),
            "--haina.outbound.lease=5s",
            "--camunda.bpm.job-execution.lock-time-in-millis=5000",
            "--db-scheduler.heartbeat-interval=1s"
        };
    }

    private HttpApi api() {
        return new HttpApi(service.address());
    }

    private JdbcClient database() {
        return service.database();
    }

    private int count(String table) {
        return database()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private List<String> moves(CaseNumber number) {
        return database()
                .sql("select kind from case_event where case_number = :number and kind not like 'CERT%'"
                        + " and kind not in ('RESULT_SERVED', 'DELIVERY_PROOF') order by at, id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private List<String> ledgerOf(CaseNumber number) {
        return database()
                .sql("select register || '/' || query || ' ' || state from outbound where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private int effects(String authority, String kind) {
        return SandboxAuthorities.effects(sandbox, authority, kind).size();
    }
}
