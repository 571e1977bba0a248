package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** No other paper is made for a licence while something else is open upon it. */
@ServiceTest
class ReissueBusyTests {

    @Autowired
    ReissueCases reissues;

    @Autowired
    Grants grants;

    @Autowired
    Submissions submissions;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;
    private TestPerson person;
    private CaseNumber first;
    private String number;

    @BeforeEach
    void somebody_who_holds_a_certificate_of_ours() throws Exception {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        first = desk.decided(person, "granted");
        desk.await(first, CaseStatus.GRANTED);
        number = PdfText.of(reissues.bytes("/cases/" + first + "/certificate", person))
                .replaceAll("\\s", "")
                .replaceAll(".*\\.(\\d{17})\\.001\\..*", "$1");
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_paper_that_is_about_to_be_ended_is_neither_asked_for_again_nor_made_again() throws Exception {
        CaseNumber before = reissues.filed(person, number, reissues.promised(person));
        grants.proposed(first, "revocation", "PENALTY");

        Refusal refusal = refused();

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.LICENCE_ENDING);
        assertThat(refusal.message()).contains("拟吊销", "办结以前不能补发、换发");
        desk.work(before, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        TestDesk.await("review of " + before, () -> cases.get(before).status() == CaseStatus.REVIEWING);
        desk.work(before, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"登记一致\"}");
        assertThat(barred(before).get("granted")).contains("发证机关对要补发、换发的证书拟吊销", "办结以前不能准予");
        grants.work(first, TestDesk.REVIEWER, "dropped", "处罚决定没有生效。");
        desk.work(before, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"同意\"}");
        desk.await(before, CaseStatus.GRANTED);
    }

    @Test
    void while_one_application_about_it_is_open_another_is_told_its_number_and_afterwards_taken() throws Exception {
        CaseNumber running = reissues.filed(person, number, reissues.promised(person));

        Refusal refusal = refused();

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.LICENCE_BUSY);
        assertThat(refusal.message()).contains("教师资格证书补发换发", running.value(), "正在办理");
        reissues.grant(running);
        assertThat(asked()).isInstanceOf(SubmissionOutcome.Accepted.class);
    }

    @Test
    void of_two_that_are_open_nevertheless_the_one_received_first_goes_on() throws Exception {
        CaseNumber earlier = reissues.filed(person, number, reissues.promised(person));
        about(earlier, "另一份");
        time.advance(Duration.ofMinutes(1));
        CaseNumber later = reissues.filed(person, number, reissues.promised(person));
        about(earlier, number);

        for (CaseNumber one : List.of(earlier, later)) {
            desk.work(one, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
            TestDesk.await("review of " + one, () -> cases.get(one).status() == CaseStatus.REVIEWING);
            desk.work(one, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"登记一致\"}");
        }

        assertThat(barred(later).get("granted")).contains(earlier.value(), "办结以前不能准予");
        assertThat(barred(earlier)).isEmpty();
    }

    private void about(CaseNumber one, String certificate) {
        jdbc.sql(
                        "update case_file set data = data || jsonb_build_object('certificateNumber', :certificate::text) where number = :number")
                .param("certificate", certificate)
                .param("number", one.value())
                .update();
    }

    private Map<String, String> barred(CaseNumber one) {
        return items.advice(items.openFor(one, TestDesk.DECIDER).orElseThrow()).barred();
    }

    private Refusal refused() {
        SubmissionOutcome outcome = asked();
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Refused.class);
        return ((SubmissionOutcome.Refused) outcome).refusal();
    }

    private SubmissionOutcome asked() {
        return submissions.submit(filing.submission(
                person,
                UUID.randomUUID().toString(),
                ReissueCases.ITEM.value(),
                person.reissueApplication(number),
                reissues.promised(person)));
    }
}
