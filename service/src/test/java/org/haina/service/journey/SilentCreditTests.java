package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.journey.LaterPaperCases.CLERK;
import static org.haina.service.journey.LaterPaperCases.PAPER;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.credit.CreditStandings;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.procedure.CaseActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Public credit information is away when somebody promises: a person finds out, and nothing is lost. */
@ServiceTest
class SilentCreditTests {

    private static final String HOW = "看了申请人提交的公共信用报告";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    TrustCases trust;

    @Autowired
    LaterPaperCases later;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    CreditStandings standings;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_promise_waits_for_a_person_and_the_question_stays_in_sight() throws Exception {
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("down")) {
            CaseNumber number = silent(later.organiser());

            assertThat(trust.barred(number, CLERK)).containsOnlyKeys("accept", "correct");
            assertThat(trust.barred(number, CLERK).get("accept")).contains("没有答复", "核实信用信息");
            assertThat(trust.desk(number, CLERK)).contains("转人工核查", "核实信用信息");
            assertThat(trust.told(number, "公共信用信息平台没有答复")).isPresent();

            assertThat(trust.asked(number)).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isIn(State.MANUAL, State.RUNNING);
                assertThat(entry.doneAt()).isNull();
            });

            acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", HOW), CLERK);

            assertThat(trust.barred(number, CLERK)).isEmpty();
            TestDesk desk = new TestDesk(web, json, filing, cases);
            desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
            desk.await(number, CaseStatus.REVIEWING);
            trust.answeredLate(register, number);
        }
    }

    @Test
    void an_answer_that_comes_late_is_looked_at_whatever_was_found_out_before() throws Exception {
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("malformed")) {
            CaseNumber number = silent(trust.distrusted());
            acts.perform(number, "credit-check", Map.of("outcome", "untrusted", "how", HOW), CLERK);
            assertThat(trust.barred(number, CLERK)).containsOnlyKeys("accept");
            acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", HOW), CLERK);
            assertThat(trust.barred(number, CLERK)).isEmpty();
            time.advance(Duration.ofMinutes(1));
            trust.answeredLate(register, number);

            assertThat(trust.barred(number, CLERK)).containsOnlyKeys("accept");
            time.advance(Duration.ofMinutes(1));
            acts.perform(number, "credit-check", Map.of("outcome", "untrusted", "how", "信用报告有一条，未修复"), CLERK);
            assertThat(trust.barred(number, CLERK)).containsOnlyKeys("accept");
            assertThat(standings.mayBeReliedOn(number)).isFalse();
        }
    }

    @Test
    void what_is_said_of_a_promise_that_stands_no_longer_is_told_to_nobody() throws Exception {
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("down")) {
            TestPerson person = trust.distrusted();
            CaseNumber number = silent(person);
            acts.perform(number, "credit-check", Map.of("outcome", "untrusted", "how", HOW), CLERK);
            new TestDesk(web, json, filing, cases)
                    .work(
                            number,
                            CLERK,
                            "{\"outcome\":\"correct\",\"marks\":[{\"material\":\"staff\",\"text\":\"请提交\"}]}");
            trust.correct(number, person, Map.of(), PAPER);

            trust.answeredLate(register, number);

            assertThat(trust.told(number, "公共信用信息平台有申请人的失信信息")).isEmpty();
            assertThat(trust.barred(number, CLERK)).doesNotContainKey("accept");
        }
    }

    /** Handed in with a promise, and nobody has answered for as long as anybody waits. */
    private CaseNumber silent(TestPerson person) {
        return trust.silent(later.filed(person));
    }
}
