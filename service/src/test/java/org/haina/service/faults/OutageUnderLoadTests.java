package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.checks.CheckState;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A register is down for an hour while people go on applying and officials go on accepting. */
@ServiceTest
class OutageUnderLoadTests {

    private static final String REGISTER = "public-security";
    private static final int CLERKS = 6;
    private static final int EACH = 4;
    private static final int SECONDS = 120;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Checks checks;

    @Autowired
    WorkItems items;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void aDesk() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void nothing_is_lost_nothing_waits_that_could_go_on_and_all_heals_by_itself() throws Exception {
        try (Steering register = Steering.of(sandbox, REGISTER).to("fail")) {
            List<CaseNumber> accepted = acceptedTogether();

            TestDesk.await(
                    "answers of all others", SECONDS, () -> accepted.stream().allMatch(this::othersHaveAnswered));
            assertThat(accepted).allMatch(number -> cases.get(number).status() == CaseStatus.ACCEPTED);
            CaseNumber checkedByHand = accepted.get(0);
            TestDesk.losePatience(jdbc, checkedByHand, 2);
            TestDesk.await("a person's task", () -> task(checkedByHand).equals("Task_CheckManually"));
            desk.work(checkedByHand, TestDesk.REVIEWER, "{\"outcome\":\"passed\",\"opinion\":\"已电话向公安机关核实\"}");
            desk.await(checkedByHand, CaseStatus.REVIEWING);

            register.to("ok");
            anHourLater();

            TestDesk.await("the review of all", SECONDS, () -> accepted.stream()
                    .allMatch(number -> cases.get(number).status() == CaseStatus.REVIEWING));
            TestDesk.await("late answers", SECONDS, () -> calls(checkedByHand).stream()
                    .allMatch(entry -> entry.state() == State.ANSWERED));
            assertThat(accepted).allSatisfy(number -> {
                assertThat(calls(number)).hasSize(2).allMatch(entry -> entry.state() == State.ANSWERED);
                assertThat(task(number)).isEqualTo("Task_ReviewApplication");
            });
            assertThat(accepted.subList(1, accepted.size())).allSatisfy(number -> assertThat(checks.of(number))
                    .allMatch(check -> check.state() == CheckState.ANSWERED));
        }
    }

    /** Filed and accepted by several at once. */
    private List<CaseNumber> acceptedTogether() throws Exception {
        List<Callable<List<CaseNumber>>> clerks = new ArrayList<>();
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            clerks.add(() -> {
                List<CaseNumber> done = new ArrayList<>();
                for (int n = 0; n < EACH; n++) {
                    CaseNumber number = filing.filed(TestPerson.admitted(sandbox));
                    desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
                    done.add(number);
                }
                return done;
            });
        }
        return Together.run(clerks).stream().flatMap(List::stream).toList();
    }

    private boolean othersHaveAnswered(CaseNumber number) {
        return checks.of(number).stream()
                .filter(check -> !check.register().equals(REGISTER))
                .allMatch(check -> check.state() == CheckState.ANSWERED);
    }

    /** The pauses between attempts, and that of the breaker, are over. */
    private void anHourLater() {
        jdbc.sql("update outbound set next_at = now() where register = ? and state in ('pending', 'manual')")
                .param(REGISTER)
                .update();
    }

    private List<Entry> calls(CaseNumber number) {
        return ledger.of(number).stream()
                .filter(entry -> entry.register().equals(REGISTER))
                .toList();
    }

    private String task(CaseNumber number) {
        return items.openFor(number, TestDesk.REVIEWER).map(WorkItem::taskKey).orElse("");
    }
}
