package org.haina.service.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 公安 is down until the deadline of its two questions: people take over, and the questions stay in sight. */
@ServiceTest
class SilentRegisterTests {

    private static final String REGISTER = "public-security";
    private static final Caller.Official OPERATOR = SignedIn.city(Role.OPERATOR);
    private static final String BY_TELEPHONE = "{\"outcome\":\"passed\",\"opinion\":\"已电话向公安机关核实，身份一致，无记录\"}";

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
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void a_register_down_until_its_deadline_stops_no_case_and_its_questions_stay_until_answered() throws Exception {
        try (Steering register = Steering.of(sandbox, REGISTER).to("fail")) {
            CaseNumber number = handedToAPerson();

            assertThat(checks.of(number))
                    .filteredOn(check -> check.register().equals(REGISTER))
                    .hasSize(2)
                    .allMatch(check -> check.state() == CheckState.MANUAL
                            && !check.trouble().isEmpty());
            assertThat(checks.of(number))
                    .filteredOn(check -> !check.register().equals(REGISTER))
                    .isNotEmpty()
                    .allMatch(check -> check.state() == CheckState.ANSWERED);
            assertThat(page(number).select("table.answers .chip.chip-yellow").eachText())
                    .containsExactly("转人工核查", "转人工核查");
            assertStillInSight(number);

            desk.work(number, TestDesk.REVIEWER, BY_TELEPHONE);

            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
            assertThat(page(number).text()).contains("人工核查：通过", "已电话向公安机关核实", "已人工核查");
            assertStillInSight(number);

            register.to("ok");
            TestDesk.await("late answers", () -> {
                open(number).forEach(entry -> ledger.retry(entry.id(), OPERATOR.account()));
                return open(number).isEmpty();
            });
            assertThat(calls(number)).hasSize(2).allMatch(entry -> entry.state() == State.ANSWERED);
            assertThat(operatorsList("manual")).doesNotContain(number.value());
            assertThat(page(number).text()).contains("无犯罪记录");
            assertThat(checks.of(number))
                    .filteredOn(check -> check.register().equals(REGISTER))
                    .allMatch(check -> check.state() == CheckState.SETTLED_BY_HAND && check.isClear());

            desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
            desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"已人工核查，无犯罪记录\"}");
            desk.await(number, CaseStatus.GRANTED);
        }
    }

    private CaseNumber handedToAPerson() throws Exception {
        CaseNumber number = filing.filed(TestPerson.admitted(sandbox));
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        TestDesk.losePatience(jdbc, number, 2);
        TestDesk.await("the manual check of " + number, () -> items.openFor(number, TestDesk.REVIEWER)
                .map(WorkItem::taskKey)
                .filter("Task_CheckManually"::equals)
                .isPresent());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ACCEPTED);
        return number;
    }

    /** On the operator's list, and on the case's page for whoever handles it. */
    private void assertStillInSight(CaseNumber number) throws Exception {
        assertThat(calls(number)).hasSize(2).allMatch(entry -> entry.state() == State.MANUAL && entry.doneAt() == null);
        assertThat(operatorsList("manual")).contains(number.value());
        assertThat(page(number).select(".chip:contains(已转人工，继续重试)")).hasSize(2);
    }

    private List<Entry> calls(CaseNumber number) {
        return ledger.of(number).stream()
                .filter(entry -> entry.register().equals(REGISTER))
                .toList();
    }

    private List<Entry> open(CaseNumber number) {
        return calls(number).stream().filter(entry -> entry.doneAt() == null).toList();
    }

    private String operatorsList(String state) throws Exception {
        return shown("/oversight/outbound?state=" + state, OPERATOR).text();
    }

    private Document page(CaseNumber number) throws Exception {
        return shown("/desk/cases/" + number, TestDesk.REVIEWER);
    }

    private Document shown(String address, Caller.Official official) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
