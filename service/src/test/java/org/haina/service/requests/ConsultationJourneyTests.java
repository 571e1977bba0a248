package org.haina.service.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** From 我要咨询 on a guide's page to the answer on the case's page, as a citizen and a clerk go it. */
@ServiceTest
class ConsultationJourneyTests {

    private static final String TEACHER = "teacher-qualification";
    private static final Caller.Official CITY = new Caller.Official(
            "clerk.city", "clerk.city", Set.of(Role.CLERK), "11319999MB0100001A", new District("310000"));

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;
    private Caller.Citizen citizen;

    @BeforeEach
    void a_citizen() {
        desk = new TestDesk(web, json, filing, cases);
        citizen = filing.citizen(TestPerson.admitted(sandbox));
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_question_about_an_item_is_asked_on_one_page_and_answered_on_the_case_s_page() throws Exception {
        String page = askedFrom("/items/" + TEACHER);
        Document form = page(page, citizen);
        assertThat(form.select("input[name=about]").val()).startsWith("教师资格认定");
        assertThat(form.select("main").text()).contains("来自您刚才看的事项");
        CaseNumber number = asked(
                page,
                Map.of(
                        "about", "教师资格认定（幼儿园、小学、初级中学）",
                        "question", "持居住证可以在居住地申请吗？<script>alert(1)</script>",
                        "level", "district",
                        "district", "310101"));
        assertThat(cases.get(number).district().code()).isEqualTo("310101");
        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().target())
                .as("three working days")
                .isEqualTo("2026-11-26");
        assertThat(clocks.deadline(number, ClockName.NOTICE)).isEmpty();
        assertThat(page("/cases/" + number, citizen).select("h1").text()).contains("正在答复");

        assertThat(page("/desk/cases/" + number, TestDesk.CLERK)
                        .select("#facts")
                        .text())
                .contains("持居住证可以在居住地申请吗？<script>alert(1)</script>");
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"answered\",\"opinion\":\"可以。\\n居住证在有效期内的，<b>可以</b>向居住地的区教育局申请。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(clocks.deadlines(number)).isEmpty();
        Document own = page("/cases/" + number, citizen);
        assertThat(own.select("h1").text()).isEqualTo("已经答复");
        assertThat(own.select(".said").text()).contains("居住证在有效期内的，<b>可以</b>向居住地的区教育局申请。");
        assertThat(own.select(".said b")).as("shown, not drawn").isEmpty();
        assertThat(own.select(".steps").text()).contains("提问", "答复").doesNotContain("受理", "决定");
        assertThat(own.select("a[href$=rating]")).hasSize(1);
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .startsWith("收到咨询", "答复", "结果“已答复”已送达“我的办件”，可以随时查看");
        web.perform(post("/cases/" + number + "/rating")
                        .with(SignedIn.as(citizen))
                        .with(csrf())
                        .param("level", "1"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_question_for_the_city_goes_to_the_city_and_is_passed_on_with_the_organ_named() throws Exception {
        CaseNumber number =
                asked(askedFrom("/"), Map.of("about", "", "question", "社会保险怎么转移？", "level", "city", "district", ""));
        assertThat(cases.get(number).district().code()).isEqualTo("310000");
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(status().isNotFound());

        desk.work(number, CITY, "{\"outcome\":\"passedOn\",\"opinion\":\"请向海纳示范市人力资源和社会保障局咨询，电话021-00000001。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.PASSED_ON);
        Document own = page("/cases/" + number, citizen);
        assertThat(own.select("h1").text()).isEqualTo("已转给有权答复的机关");
        assertThat(own.select(".said").text()).contains("海纳示范市人力资源和社会保障局");
    }

    @Test
    void a_late_answer_is_supervised_and_an_early_one_may_be_taken_back() throws Exception {
        CaseNumber late = asked(
                askedFrom("/"),
                Map.of("about", "", "question", "入学登记什么时候开始？", "level", "district", "district", "310101"));
        time.set(LocalDateTime.of(2026, 12, 1, 1, 0));
        TestDesk.await("the note that it is late", () -> cases.timeline(late).stream()
                .anyMatch(entry -> entry.kind().equals("OVERDUE")));
        assertThat(cases.get(late).status()).isEqualTo(CaseStatus.RECEIVED);

        assertThat(page("/cases/" + late + "/withdrawal", citizen)
                        .select("main")
                        .text())
                .contains("要撤回这份咨询吗？", "您可以重新咨询")
                .doesNotContain("申请");
        web.perform(post("/cases/" + late + "/withdrawal")
                        .with(SignedIn.as(citizen))
                        .with(csrf())
                        .param("reason", "已经知道了"))
                .andExpect(status().is3xxRedirection());

        assertThat(cases.get(late).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(page("/cases/" + late, citizen).select("h1").text()).isEqualTo("您已撤回咨询");
        assertThat(cases.timeline(late)).extracting(TimelineEntry::label).contains("申请人撤回咨询");
        assertThat(clocks.deadlines(late)).isEmpty();
    }

    @Test
    void the_receipt_of_a_question_promises_an_answer_and_no_acceptance() throws Exception {
        CaseNumber number = asked(
                askedFrom("/"),
                Map.of("about", "", "question", "入学登记什么时候开始？", "level", "district", "district", "310101"));

        Document receipt = page("/cases/" + number + "/receipt", citizen);
        assertThat(receipt.select("main").text())
                .contains("答复您的咨询，承诺最迟2026年11月26日（含当天）")
                .doesNotContain("受理", "材料");
        assertThat(pdf(receipt.select("a[href*=/documents/]").attr("href")))
                .contains("承诺最迟在2026年11月26日", "自收件之日起5个工作日内答复")
                .doesNotContain("受理", "材料名称");
    }

    @Test
    void every_citizen_page_leads_to_a_question_and_says_where_one_came_from() throws Exception {
        assertThat(entry(page("/", citizen))).isEqualTo("/items/consultation/apply");
        assertThat(entry(page("/items/" + TEACHER, citizen))).isEqualTo("/items/consultation/apply?from=" + TEACHER);
        assertThat(entry(page("/items/" + TEACHER + "/self-check", citizen)))
                .isEqualTo("/items/consultation/apply?from=" + TEACHER);
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filing.filed(person);
        assertThat(entry(page("/cases/" + number, filing.citizen(person))))
                .isEqualTo("/items/consultation/apply?from=" + TEACHER);
    }

    @Test
    void an_item_nobody_knows_leaves_the_page_as_it_is() throws Exception {
        Document begin = page("/items/consultation/apply?from=no-such-item", citizen);

        assertThat(begin.select("input[name=from]")).isEmpty();
        assertThat(begin.select("main").text()).as("no register is asked").doesNotContain("随申办");
    }

    private static String entry(Document page) {
        return page.select("footer a:contains(我要咨询)").attr("href");
    }

    /** From 我要咨询 of a page to the page of the question. */
    private String askedFrom(String path) throws Exception {
        Element form =
                page(entry(page(path, citizen)), citizen).select("main form").first();
        assertThat(form).isNotNull();
        MockHttpServletResponse begun = web.perform(post(form.attr("action"))
                        .with(SignedIn.as(citizen))
                        .with(csrf())
                        .param("from", form.select("input[name=from]").val()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        return String.valueOf(begun.getRedirectedUrl());
    }

    private CaseNumber asked(String page, Map<String, String> answers) throws Exception {
        var saving = post(page)
                .with(SignedIn.as(citizen))
                .with(csrf())
                .param("seen", page(page, citizen).select("#seen").val());
        answers.forEach(saving::param);
        String check = web.perform(saving).andReturn().getResponse().getRedirectedUrl();
        assertThat(check).endsWith("/check");
        Document looked = page(check, citizen);
        assertThat(looked.select("main").text()).contains("您的问题就交给办理机关答复");
        String receipt = web.perform(post(check.replace("/check", "/submit"))
                        .with(SignedIn.as(citizen))
                        .with(csrf())
                        .param("version", looked.select("input[name=version]").val()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return new CaseNumber(String.valueOf(receipt).replaceAll(".*/cases/([^/?]+).*", "$1"));
    }

    private Document page(String path, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private String pdf(String path) throws Exception {
        byte[] file = web.perform(get(path).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
