package org.haina.service.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A school files its recruitment brochure with the district: guide, papers, correction, filing, receipt. */
@ServiceTest
class FilingJourneyTests {

    private static final String ITEM = "recruitment-notice-filing";
    private static final LocalDateTime AFTER_NOTICE = LocalDateTime.of(2026, 11, 26, 1, 0);
    private static final LocalDateTime AFTER_CORRECTION = LocalDateTime.of(2026, 12, 8, 1, 0);

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
    private TestPerson person;
    private Caller.Citizen citizen;

    @BeforeEach
    void a_principal() {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        citizen = filing.citizen(person);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_guide_says_what_a_filing_is_and_offers_no_check_of_conditions() throws Exception {
        Document guide = page("/items/" + ITEM, citizen);

        assertThat(guide.select("main").text())
                .contains("予以备案，发给编号的备案回执", "自受理之日起5个工作日内", "第四十二条", "事项类型 备案", "由您上传")
                .doesNotContain("电子证照，可以下载", "行政许可");
        assertThat(guide.select("a[href$=self-check]")).isEmpty();
        assertThat(guide.select("main a[href$=apply]")).hasSize(1);
    }

    @Test
    void a_brochure_is_corrected_once_and_filed_under_a_number_with_a_sealed_receipt() throws Exception {
        CaseNumber number = filed();
        assertThat(clocks.deadline(number, ClockName.DECISION))
                .as("counts from acceptance")
                .isEmpty();

        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/noticeTitle\",\"text\":\"标题与全文不一致\"}]}");
        assertThat(clocks.deadline(number, ClockName.CORRECTION).orElseThrow().due())
                .isEqualTo("2026-12-07");
        assertThat(text(number, "一次性告知书")).contains("民办教育促进法》第四十二条").doesNotContain("行政许可法");
        web.perform(multipart("/cases/" + number + "/correction")
                        .with(SignedIn.as(citizen))
                        .with(csrf())
                        .param("do", "send")
                        .param("noticeTitle", "示例民办进修学校2027年春季招生简章（修订）"))
                .andExpect(status().is3xxRedirection());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().target())
                .isEqualTo("2026-11-30");
        assertThat(page("/cases/" + number, citizen).select("h1").text()).contains("正在办理备案");
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"filed\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.FILED);
        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .contains("予以备案", "结果“予以备案”已作出，可以在“我的办件”查看和下载；书面文书请到受理窗口领取")
                .noneMatch(label -> label.contains("决定"));
        Document own = page("/cases/" + number, citizen);
        String filingNumber = own.select("dt:contains(备案号) + dd").text();
        assertThat(filingNumber).matches("海示黄教备〔2026〕\\d+号");
        assertThat(own.select("h1").text()).isEqualTo("办好了：予以备案");
        assertThat(own.select(".steps").text()).contains("提交", "受理", "备案").doesNotContain("决定", "送达");
        assertThat(own.select("main").text()).contains("评价这次办理", "下载备案回执").doesNotContain("下载证书", "受理通知书");
        assertThat(text(number, "备案回执"))
                .contains(filingNumber, "示例民办进修学校2027年春季招生简章（修订）", "教民131999970000011号", "不代表本机关认可其内容");
    }

    @Test
    void what_lacks_the_form_is_not_filed_and_the_letter_says_why_and_where_to_appeal() throws Exception {
        CaseNumber number = filed();
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        Document task = page("/desk/cases/" + number, TestDesk.CLERK);
        assertThat(task.select("main").text()).contains("本事项不查询其他部门的登记信息");
        assertThat(task.select("#task-title, .task h2").text()).contains("形式审查并备案");
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"notFiled\",\"opinion\":\"简章没有写明收费项目。\\n学校名称与办学许可证不一致。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.NOT_FILED);
        assertThat(page("/cases/" + number, citizen).select("h1").text()).isEqualTo("已办结：不予备案");
        assertThat(text(number, "不予备案告知书")).contains("简章没有写明收费项目", "学校名称与办学许可证不一致", "海纳示范黄浦区人民政府", "可以重新提交备案");
        assertThat(page("/desk/cases/" + number, TestDesk.CLERK)
                        .select(".case-head .chip")
                        .text())
                .isEqualTo("办结（不予备案）");
    }

    @Test
    void a_refusal_without_reasons_changes_nothing() throws Exception {
        CaseNumber number = filed();
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        JsonNode item = json.readTree(web.perform(get("/api/v1/work-items")
                                .param("number", number.value())
                                .with(SignedIn.as(TestDesk.CLERK)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .at("/items/0");
        String claimed = web.perform(
                        post("/api/v1/work-items/" + item.path("id").asText() + "/claim")
                                .with(SignedIn.as(TestDesk.CLERK)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        web.perform(post("/api/v1/work-items/" + item.path("id").asText() + "/complete")
                        .with(SignedIn.as(TestDesk.CLERK))
                        .header("If-Match", String.valueOf(claimed))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"notFiled\",\"opinion\":\" \"}"))
                .andExpect(status().isUnprocessableEntity());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ACCEPTED);
    }

    @Test
    void the_desk_speaks_of_filings_where_licences_have_other_words() throws Exception {
        CaseNumber number = filed();

        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"notRequired\",\"reasons\":[\"filing-not-required\"],\"opinion\":\"提交的不是招生简章\"}");

        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).contains("告知无需备案");
        assertThat(page("/desk/cases/" + number, TestDesk.CLERK)
                        .select(".case-head .chip")
                        .text())
                .isEqualTo("不受理（无需备案）");
        assertThat(text(number, "不予受理通知书")).contains("依法不需要备案", "第四十二条").doesNotContain("行政许可法");
    }

    @Test
    void silence_accepts_nothing_and_papers_that_never_come_end_it() throws Exception {
        CaseNumber silent = filed();
        CaseNumber waiting = filed();
        desk.work(
                waiting,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/noticeTitle\",\"text\":\"标题与全文不一致\"}]}");

        time.set(AFTER_NOTICE);
        TestDesk.await("the note that it is late", () -> cases.timeline(silent).stream()
                .anyMatch(entry -> entry.kind().equals("OVERDUE")));
        time.set(AFTER_CORRECTION);
        desk.await(waiting, CaseStatus.CORRECTION_EXPIRED);

        assertThat(cases.get(silent).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(page("/cases/" + waiting, citizen).select("main").text())
                .contains("您可以重新备案。")
                .doesNotContain("重新申请");
    }

    private CaseNumber filed() throws Exception {
        ObjectNode body = json.createObjectNode().put("item", ITEM);
        body.putObject("data")
                .put("district", "310101")
                .put("schoolName", "示例民办进修学校")
                .put("schoolLicence", "教民131999970000011号")
                .put("role", "principal")
                .put("name", person.name())
                .put("phone", "13900000001")
                .put("noticeKind", "brochure")
                .put("noticeTitle", "示例民办进修学校2027年春季招生简章")
                .put("firstUse", "2027-02-15")
                .put("truthDeclared", true)
                .putArray("publishedBy")
                .add("website");
        body.putArray("materials").addObject().put("key", "notice").put("file", upload());
        String answer = web.perform(post("/api/v1/cases")
                        .with(SignedIn.as(citizen))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.toString()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new CaseNumber(json.readTree(answer).get("number").asText());
    }

    private String upload() throws Exception {
        String answer = web.perform(multipart("/api/v1/files")
                        .file(new MockMultipartFile("file", "招生简章.pdf", "application/pdf", HostileFiles.pdf()))
                        .with(SignedIn.as(citizen))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).get("id").asText();
    }

    private Document page(String path, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** What a document of the case says as its filer downloads it, without white space. */
    private String text(CaseNumber number, String title) throws Exception {
        String path = page("/cases/" + number, citizen)
                .select("a.row-link:contains(" + title + ")")
                .attr("href");
        byte[] file = web.perform(get(path).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }
}
