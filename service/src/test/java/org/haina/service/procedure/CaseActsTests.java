package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.DatabaseProbe;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.clock.LedgerEntry.Act;
import org.haina.service.desk.FiledCases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class CaseActsTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Caller.Official REVIEWER = SignedIn.reviewer("310101");
    private static final Caller.Official HEAD = SignedIn.head("310101");
    private static final Caller.Official OTHER_HEAD = SignedIn.head("310104");
    private static final String WHY = "需要向外省学校核实学历信息，尚未答复";

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    LicenceCases licences;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Documents documents;

    @Autowired
    WorkItems items;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock time;

    @Autowired
    DatabaseProbe database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_head_extends_the_limit_once_and_the_applicant_reads_why_and_until_when() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2026, 12, 21));

        act(number, "extension", REVIEWER, Map.of("reason", WHY)).andExpect(redirectedUrl("/desk/cases/" + number));
        assertThat(page("/desk/approvals", HEAD).select("td").text()).contains(number.value(), WHY);
        assertThat(page("/desk/approvals", OTHER_HEAD).text()).doesNotContain(number.value());
        assertThat(casePage(number, HEAD).select("a.row-link").eachText()).contains("审批延长办理期限");
        act(number, "extension-decision", HEAD, Map.of("outcome", "APPROVED")).andExpect(status().isFound());

        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2027, 1, 5));
        LedgerEntry entry = entry(number, Act.EXTENDED);
        CaseDocument notice = document(number, DocumentType.EXTENSION_NOTICE);
        assertThat(entry.author()).isEqualTo(HEAD.account());
        assertThat(entry.document()).isEqualTo(notice.id().toString());
        assertThat(entry.basis()).contains("第四十二条");
        assertThat(notice.number()).startsWith("海示黄教延〔2026〕");
        assertThat(text(notice)).contains(WHY, "10个工作日", "2026年12月21日", "2027年1月5日", "第四十二条");
        assertThat(last(number).label()).isEqualTo("延长办理期限");
        assertThat(ownPage(number).text()).contains("2027年1月5日", "经本机关负责人批准延长10个工作日", WHY, "延长期限告知书");
        assertThat(actions(number)).contains("extension.propose", "extension.approve", "case.move");
        assertThat(page("/desk/approvals", HEAD).text()).doesNotContain(number.value());

        act(number, "extension", REVIEWER, Map.of("reason", "再延长一次")).andExpect(status().isConflict());
        assertThat(casePage(number, REVIEWER).select("a.row-link").eachText()).doesNotContain("提请延长办理期限");
    }

    @Test
    void a_second_click_proposes_and_extends_nothing_twice() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        int version = cases.get(number).version();
        for (int click = 0; click < 2; click++) {
            act(number, "extension", REVIEWER, version, Map.of("reason", WHY)).andExpect(status().isFound());
        }
        act(number, "extension", CLERK, Map.of("reason", "另一个理由")).andExpect(status().isConflict());
        for (int click = 0; click < 2; click++) {
            act(number, "extension-decision", HEAD, version, Map.of("outcome", "APPROVED"))
                    .andExpect(status().isFound());
        }

        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(documents.of(number))
                .filteredOn(document -> document.type() == DocumentType.EXTENSION_NOTICE)
                .hasSize(1);
    }

    @Test
    void a_refusal_needs_its_reason_and_leaves_the_limit_alone() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        act(number, "extension", REVIEWER, Map.of("reason", WHY)).andExpect(status().isFound());

        Document again = parsed(act(number, "extension-decision", HEAD, Map.of("outcome", "REFUSED"))
                .andExpect(status().isUnprocessableEntity()));
        assertThat(again.select(".field-error").text()).contains("请写明原因");
        act(number, "extension-decision", HEAD, Map.of("outcome", "REFUSED", "opinion", "材料已经齐全"))
                .andExpect(status().isFound());

        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(casePage(number, REVIEWER).select(".case-side").text()).contains("延长办理期限：不批准", "材料已经齐全");
        assertThat(ownPage(number).text()).doesNotContain("材料已经齐全");
        assertThat(actions(number)).contains("extension.refuse").doesNotContain("extension.approve");
    }

    @Test
    void a_limit_that_is_over_is_not_extended() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        act(number, "extension", REVIEWER, Map.of("reason", WHY)).andExpect(status().isFound());
        time.advance(Duration.ofDays(29));

        act(number, "extension-decision", HEAD, Map.of("outcome", "APPROVED")).andExpect(status().isConflict());

        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void what_waits_for_the_head_comes_in_pages_and_costs_the_same_for_one_row_and_fifty() throws Exception {
        Caller.Official head = SignedIn.head("310120");
        licences.proposed(1, "310120", REVIEWER, WHY);
        List<String> forOne = database.statementsOf(() -> page("/desk/approvals", head));
        licences.proposed(50, "310120", REVIEWER, WHY);

        List<String> forFifty = database.statementsOf(() -> page("/desk/approvals", head));
        Document first = page("/desk/approvals", head);
        Document second = page(first.select("a[rel=next]").attr("href"), head);

        assertThat(forFifty).as(String.join("\n", forFifty)).hasSameSizeAs(forOne);
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(1);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(first.select("a.row-open").eachText())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(second.select("a.row-open").eachText());
    }

    @Test
    void nobody_approves_the_own_proposal() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        Caller.Official both = SignedIn.official("both.huangpu", "310101", Role.REVIEWER, Role.HEAD);
        act(number, "extension", both, Map.of("reason", WHY)).andExpect(status().isFound());

        act(number, "extension-decision", both, Map.of("outcome", "APPROVED")).andExpect(status().isConflict());

        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void a_policy_without_extension_and_stop_offers_neither() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);

        assertThat(casePage(number, REVIEWER).select("a.row-link").eachText())
                .contains("更正文书笔误")
                .doesNotContain("提请延长办理期限", "进入特别程序");
        act(number, "extension", REVIEWER, Map.of("reason", WHY)).andExpect(status().isConflict());
        act(number, "special-procedure", REVIEWER, hearing()).andExpect(status().isConflict());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
    }

    @Test
    void a_special_procedure_stops_the_limit_in_writing_and_its_end_lets_it_go_on() throws Exception {
        CaseNumber number = licences.reviewing(CLERK);
        WorkItem review = filed.claimed(number, REVIEWER);

        act(number, "special-procedure", CLERK, hearing()).andExpect(status().isFound());

        CaseDocument notice = document(number, DocumentType.SPECIAL_PROCEDURE_NOTICE);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.SPECIAL_PROCEDURE);
        assertThat(decision(number).stopped()).isTrue();
        assertThat(entry(number, Act.STOPPED).document()).isEqualTo(notice.id().toString());
        assertThat(text(notice)).contains("听证", "十五个工作日", "利害关系人申请听证", "2026年11月23日", "第四十五条");
        assertThat(ownPage(number).text()).contains("正在进行特别程序", "期限已中止", "利害关系人申请听证", "特别程序告知书");
        assertThat(casePage(number, REVIEWER).text()).contains("特别程序进行中");
        Document late = parsed(web.perform(post("/desk/cases/" + number + "/form")
                        .param("step", "send")
                        .param("task", review.id())
                        .param("version", String.valueOf(review.version()))
                        .param("outcome", "approve")
                        .with(SignedIn.as(REVIEWER))
                        .with(csrf()))
                .andExpect(status().isConflict()));
        assertThat(late.select("[role=alert]").text()).contains("特别程序中");

        time.advance(Duration.ofDays(7));
        act(number, "special-procedure-end", REVIEWER, Map.of("result", "听证会已举行，笔录附卷"))
                .andExpect(status().isFound());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        assertThat(decision(number).stopped()).isFalse();
        assertThat(decision(number).due()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(last(number).note()).isEqualTo("听证会已举行，笔录附卷");
    }

    @Test
    void the_head_voids_a_case_and_its_process_tasks_and_limits_end() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        String root = cases.get(number).processInstance().orElseThrow();
        WorkItem review = filed.claimed(number, REVIEWER);
        act(number, "voiding", REVIEWER, Map.of("reason", "重复提交")).andExpect(status().isConflict());

        act(number, "voiding", HEAD, Map.of("reason", "与先收到的申请重复")).andExpect(status().isFound());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.VOIDED);
        assertThat(cases.get(number).closedAt()).isPresent();
        assertThat(running(root)).isZero();
        assertThat(items.ofCase(number)).noneMatch(WorkItem::isOpen);
        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(text(document(number, DocumentType.VOIDING_NOTICE))).contains("与先收到的申请重复", "行政复议");
        assertThat(ownPage(number).text()).contains("这个办件已作废", "与先收到的申请重复");
        assertThat(actions(number)).contains("case.close");
        web.perform(post("/desk/cases/" + number + "/form")
                        .param("step", "send")
                        .param("task", review.id())
                        .param("version", String.valueOf(review.version()))
                        .param("outcome", "approve")
                        .with(SignedIn.as(REVIEWER))
                        .with(csrf()))
                .andExpect(status().isConflict());
        act(number, "rectification", CLERK, slip(number)).andExpect(status().isConflict());
    }

    @Test
    void a_slip_is_corrected_by_a_notice_beside_the_document() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        Map<String, String> slip = slip(number);
        int version = cases.get(number).version();

        for (int click = 0; click < 2; click++) {
            act(number, "rectification", CLERK, version, slip).andExpect(status().isFound());
        }

        assertThat(documents.of(number))
                .filteredOn(document -> document.type() == DocumentType.RECTIFICATION_NOTICE)
                .hasSize(1);
        assertThat(text(document(number, DocumentType.RECTIFICATION_NOTICE))).contains("受理通知书", "张事例", "张示例");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        assertThat(ownPage(number).text()).contains("更正笔误", "“张事例”更正为“张示例”", "更正通知书");
    }

    @Test
    void a_second_tab_is_told_by_whom_and_what_changed_and_keeps_what_was_typed() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        int seen = cases.get(number).version();
        act(number, "rectification", CLERK, slip(number)).andExpect(status().isFound());

        Document late = parsed(act(number, "voiding", HEAD, seen, Map.of("reason", "与先收到的申请重复"))
                .andExpect(status().isConflict()));

        assertThat(late.select("[role=alert]").text()).contains(CLERK.displayName(), "更正笔误");
        assertThat(late.select("#f-reason").text()).isEqualTo("与先收到的申请重复");
        assertThat(late.select("input[name=version]").val())
                .isEqualTo(String.valueOf(cases.get(number).version()));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
    }

    @Test
    void another_district_and_who_only_watches_cannot_act() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);

        act(number, "voiding", OTHER_HEAD, Map.of("reason", "重复提交")).andExpect(status().isNotFound());
        act(number, "rectification", SignedIn.clerk("310104"), slip(number)).andExpect(status().isNotFound());
        act(number, "voiding", SignedIn.official("s.city", "310000", Role.SUPERVISOR), Map.of("reason", "重复提交"))
                .andExpect(status().isForbidden());
        act(number, "rectification", SignedIn.official("s.city", "310000", Role.SUPERVISOR, Role.CLERK), slip(number))
                .andExpect(status().isNotFound());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
    }

    @Test
    void an_empty_or_too_long_answer_is_named_and_kept() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        String text = "长".repeat(501);

        Document empty = parsed(act(number, "voiding", HEAD, Map.of()).andExpect(status().isUnprocessableEntity()));
        Document tooLong = parsed(
                act(number, "voiding", HEAD, Map.of("reason", text)).andExpect(status().isUnprocessableEntity()));

        assertThat(empty.select(".errors a").text()).contains("请填写作废的原因");
        assertThat(tooLong.select(".errors a").text()).contains("最多 500 个字");
        assertThat(tooLong.select("#f-reason").text()).isEqualTo(text);
    }

    private static Map<String, String> hearing() {
        return Map.of("kind", "听证", "duration", "十五个工作日", "reason", "利害关系人申请听证");
    }

    private Map<String, String> slip(CaseNumber number) {
        String notice = document(number, DocumentType.ACCEPTANCE_NOTICE).id().toString();
        return Map.of("document", notice, "wrong", "张事例", "right", "张示例", "reason", "录入时的笔误");
    }

    private ResultActions act(CaseNumber number, String act, Caller.Official by, Map<String, String> values)
            throws Exception {
        return act(number, act, by, cases.get(number).version(), values);
    }

    private ResultActions act(
            CaseNumber number, String act, Caller.Official by, int version, Map<String, String> values)
            throws Exception {
        var request = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(version))
                .with(SignedIn.as(by))
                .with(csrf());
        values.forEach(request::param);
        return web.perform(request);
    }

    private Document casePage(CaseNumber number, Caller.Official official) throws Exception {
        return page("/desk/cases/" + number, official);
    }

    private Document ownPage(CaseNumber number) throws Exception {
        return page("/cases/" + number, SignedIn.citizen(cases.get(number).applicant()));
    }

    private Document page(String address, Caller caller) throws Exception {
        return parsed(web.perform(get(address).with(SignedIn.as(caller))).andExpect(status().isOk()));
    }

    private static Document parsed(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    private Deadline decision(CaseNumber number) {
        return clocks.deadline(number, ClockName.DECISION).orElseThrow();
    }

    private LedgerEntry entry(CaseNumber number, Act act) {
        return clocks.ledger(number).stream()
                .filter(line -> line.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private TimelineEntry last(CaseNumber number) {
        List<TimelineEntry> line = cases.timeline(number);
        return line.get(line.size() - 1);
    }

    private CaseDocument document(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private String text(CaseDocument document) throws Exception {
        byte[] pdf = web.perform(get("/cases/" + document.caseNumber() + "/documents/" + document.id())
                        .with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var open = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(open).replaceAll("\\s", "");
        }
    }

    private List<String> actions(CaseNumber number) {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().stream()
                .map(AuditRow::action)
                .toList();
    }

    private int running(String root) {
        return jdbc.sql("select count(*) from act_ru_execution where root_proc_inst_id_ = :root")
                .param("root", root)
                .query(Integer.class)
                .single();
    }
}
