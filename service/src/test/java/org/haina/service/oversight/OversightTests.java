package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundLedger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class OversightTests {

    private static final Caller.Official AUDITOR = SignedIn.official("auditor.city", "310000", Role.AUDITOR);
    private static final Caller.Official OPERATOR = SignedIn.official("operator.city", "310000", Role.OPERATOR);
    private static final Caller.Official SUPERVISOR = SignedIn.official("supervisor.city", "310000", Role.SUPERVISOR);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Audit audit;

    @Autowired
    Cases cases;

    @Autowired
    Outbound outbound;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectMapper json;

    @Test
    void each_page_opens_to_its_own_role_only() throws Exception {
        Map<String, Caller.Official> pages = Map.of(
                "/oversight/stuck",
                OPERATOR,
                "/oversight/audit",
                AUDITOR,
                "/oversight/outbound",
                OPERATOR,
                "/oversight/calendar",
                OPERATOR,
                "/oversight/items",
                OPERATOR,
                "/oversight/cases",
                SUPERVISOR);
        for (var page : pages.entrySet()) {
            for (Caller.Official official : pages.values()) {
                web.perform(get(page.getKey()).with(SignedIn.as(official)))
                        .andExpect(official.equals(page.getValue()) ? status().isOk() : status().isForbidden());
            }
            web.perform(get(page.getKey()).with(SignedIn.as(SignedIn.clerk("310101"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void the_auditor_finds_who_looked_at_a_case_and_cannot_open_it() throws Exception {
        CaseNumber number = filed.received();
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(SignedIn.clerk("310101"))));

        Document page = page(AUDITOR, "/oversight/audit?number=" + number + "&action=case.read");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("clerk.310101", "查看办件", number.value());
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(AUDITOR))).andExpect(status().isForbidden());
    }

    @Test
    void the_auditor_reads_words_and_masked_names_instead_of_keys() throws Exception {
        CaseNumber number = filed.received();

        Document page = page(AUDITOR, "/oversight/audit?number=" + number + "&action=case.receive");

        String who = page.select("tbody tr td").get(1).text();
        assertThat(who).contains("*").endsWith("（申请人一方）").doesNotContain("party:");
        audit.record(new AuditEntry(
                "clerk.310101", "case.move", "case", number, Map.of("move", "ACCEPT", "from", "RECEIVED")));
        assertThat(details("number=" + number + "&action=case.move"))
                .contains("原状态：" + CaseStatus.RECEIVED.label(), "动作：受理");
    }

    @Test
    void a_result_stands_in_the_log_in_the_words_of_the_item() throws Exception {
        CaseNumber number = filed.received();
        audit.record(new AuditEntry(
                "decider.310101",
                "task.complete",
                "work-item:1",
                number,
                Map.of("task", "Task_DecideApplication", "outcome", "granted")));
        audit.record(new AuditEntry("haina", "case.close", "case", number, Map.of("ending", "refused")));

        assertThat(details("number=" + number + "&action=task.complete")).contains("处理结果：予以认定", "环节：作出决定");
        assertThat(details("number=" + number + "&action=case.close")).contains("办结方式：不予认定");
    }

    @Test
    void parties_named_in_the_detail_appear_masked_as_all_others() throws Exception {
        String agent = cases.get(filed.received()).applicant().toString();
        String principal = cases.get(filed.received()).applicant().toString();
        String clerk = "clerk." + UUID.randomUUID();
        audit.record(new AuditEntry(
                clerk, "mandate.granted", "mandate:1", null, Map.of("agent", agent, "principal", principal)));

        assertThat(details("actor=" + clerk))
                .matches("代办人：\\S+\\*\\S* 委托人：\\S+\\*\\S*")
                .doesNotContain(agent, principal);
    }

    @Test
    void a_number_that_is_none_finds_nothing_and_says_so() throws Exception {
        Document page = page(AUDITOR, "/oversight/audit?number=HN1&from=x&after=y");

        assertThat(page.select("tbody tr")).isEmpty();
        assertThat(page.select(".field-error").text()).contains("办件编号不正确");
    }

    @Test
    void the_chain_is_verified_on_demand() throws Exception {
        Document page = Jsoup.parse(web.perform(post("/oversight/audit/verification")
                        .with(SignedIn.as(AUDITOR))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("[role=status]").text()).contains("校验完成");
    }

    @Test
    void an_operator_closes_a_call_with_a_reason_and_sees_no_content() throws Exception {
        UUID id = call(filed.received(), "不应显示的内容");
        for (OutboundLedger.State state : OutboundLedger.State.values()) {
            assertThat(page(OPERATOR, "/oversight/outbound?state=" + state).text())
                    .doesNotContain("不应显示的内容");
        }

        web.perform(post("/oversight/outbound/" + id + "/settle")
                        .param("reason", " ")
                        .with(SignedIn.as(OPERATOR))
                        .with(csrf()))
                .andExpect(redirectedUrl("/oversight/outbound"));
        assertThat(ledger.find(id))
                .hasValueSatisfying(entry -> assertThat(entry.state()).isNotEqualTo(OutboundLedger.State.CANCELLED));
        web.perform(post("/oversight/outbound/" + id + "/settle")
                .param("reason", "已电话办理")
                .with(SignedIn.as(OPERATOR))
                .with(csrf()));

        assertThat(ledger.find(id)).hasValueSatisfying(entry -> {
            assertThat(entry.state()).isEqualTo(OutboundLedger.State.CANCELLED);
            assertThat(entry.settlement()).isEqualTo("已电话办理");
        });
        assertThat(page(OPERATOR, "/oversight/outbound?state=cancelled").text()).contains("已电话办理");
    }

    @Test
    void the_operator_sees_a_call_that_broke_our_own_rules_among_those_that_wait_for_a_person() throws Exception {
        CaseNumber number = filed.received();
        UUID id = call(number, "不应显示的内容");
        TestDesk.await("the refusal", () -> ledger.find(id).orElseThrow().state() == OutboundLedger.State.FAILED);

        assertThat(page(OPERATOR, "/oversight/outbound")
                        .select("tr:contains(" + number + ")")
                        .text())
                .contains("请求不符合接口约定，没有发出", "立即重试");
    }

    @Test
    void a_supervisor_sees_open_work_of_every_district_with_limits_in_words() throws Exception {
        CaseNumber number = filed.received();
        Document page = page(SUPERVISOR, "/oversight/cases?district=310101");
        for (var next = page.select("a[rel=next]");
                !page.text().contains(number.value()) && !next.isEmpty();
                next = page.select("a[rel=next]")) {
            page = page(SUPERVISOR, next.attr("href"));
        }

        assertThat(page.select("tr:contains(" + number + ")").text()).contains("个工作日", "受理审查", "未签收");
        assertThat(page(SUPERVISOR, "/oversight/cases?district=310104").text()).doesNotContain(number.value());
    }

    private String details(String search) throws Exception {
        return page(AUDITOR, "/oversight/audit?" + search)
                .select("tbody td[data-label=详情]")
                .text();
    }

    private UUID call(CaseNumber number, String secret) {
        return transaction.execute(status -> outbound.send(new OutboundCall(
                number,
                OutboundCall.Kind.PUSH,
                "citizen-cloud",
                "no-such-command",
                "test:" + number,
                json.createObjectNode().put("note", secret),
                "测试",
                Duration.ofHours(1))));
    }

    private Document page(Caller.Official official, String address) throws Exception {
        return Jsoup.parse(web.perform(get(java.net.URI.create(address)).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
