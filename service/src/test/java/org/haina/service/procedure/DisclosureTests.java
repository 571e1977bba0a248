package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

/** 政府信息公开申请: its own clock, a third party asked, an answer in words and no certificate. */
@ServiceTest
class DisclosureTests {

    private static final Map<String, String> THIRD_PARTY =
            Map.of("kind", "征求第三方意见", "duration", "十五个工作日", "reason", "检查结论可能涉及该校的商业秘密");

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
    Documents documents;

    @Autowired
    MovableClock time;

    private TestDesk desk;
    private TestPerson person;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.unknown();
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_third_party_that_objects_costs_no_day_and_the_refusal_says_why() throws Exception {
        CaseNumber number = filed();
        assertThat(due(number)).isEqualTo(LocalDate.of(2026, 12, 21));
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);

        String form =
                body(get("/desk/cases/" + number + "/acts/special-procedure").with(SignedIn.as(TestDesk.REVIEWER)));
        assertThat(form).contains("征求第三方意见", "征求其他机关意见", "第三十三条").doesNotContain("听证");
        act(number, "special-procedure", Map.of("kind", "听证", "duration", "十日", "reason", "不是本条例的程序"))
                .andExpect(status().isUnprocessableEntity());
        act(number, "special-procedure", THIRD_PARTY).andExpect(status().isFound());
        act(number, "special-procedure", THIRD_PARTY).andExpect(status().isFound());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.SPECIAL_PROCEDURE);
        time.set(MovableClock.START.plus(Duration.ofDays(7)));
        act(number, "special-procedure-end", Map.of("result", "第三方书面不同意公开，理由是涉及未公开的经营数据"))
                .andExpect(status().isFound());
        assertThat(due(number)).as("five working days later").isEqualTo(LocalDate.of(2026, 12, 28));
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"第三方不同意且理由成立\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"信息涉及第三方商业秘密，第三方不同意公开。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REFUSED);
        assertThat(printed(number, DocumentType.SPECIAL_PROCEDURE_NOTICE)).contains("征求第三方意见", "第三十三条第三款");
        assertThat(printed(number, DocumentType.DECISION_REFUSED))
                .contains("不予公开决定书", "第三方不同意公开", "行政复议")
                .doesNotContain("具备规定的条件以后");
    }

    @Test
    void what_is_public_is_answered_in_words_and_nothing_is_issued() throws Exception {
        CaseNumber number = filed();
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"第三方已同意公开\"}");

        assertThatThrownBy(() -> desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}"))
                .hasMessageContaining("<422>");
        desk.work(
                number,
                TestDesk.DECIDER,
                "{\"outcome\":\"granted\",\"opinion\":\"该校2025年度检查合格。\\n结论全文可以在本局网站“年度检查”栏目查看。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(printed(number, DocumentType.DECISION_GRANTED))
                .contains("予以公开决定书", "答复内容", "该校2025年度检查合格。", "结论全文可以在本局网站")
                .doesNotContain("规定的条件");
        String page = body(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))));
        assertThat(Jsoup.parse(page).text()).contains("答复的内容写在决定书里").doesNotContain("证书可以下载", "下载证书");
    }

    @Test
    void an_unclear_request_is_counted_anew_from_the_day_it_is_made_clear() throws Exception {
        CaseNumber number = filed();
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/description\",\"text\":\"请写明年度\"}]}");
        assertThat(clocks.deadline(number, ClockName.DECISION)).isEmpty();
        assertThat(clocks.deadline(number, ClockName.CORRECTION).orElseThrow().due())
                .isEqualTo(LocalDate.of(2026, 12, 14));
        time.set(MovableClock.START.plus(Duration.ofDays(2)));
        web.perform(multipart("/cases/" + number + "/correction")
                        .param("description", "2025年度检查的结论，黄浦区示例培训学校。")
                        .param("do", "send")
                        .with(csrf())
                        .with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isFound());

        assertThat(due(number)).isEqualTo(LocalDate.of(2026, 12, 23));
    }

    private LocalDate due(CaseNumber number) {
        return clocks.deadline(number, ClockName.DECISION).orElseThrow().due();
    }

    private CaseNumber filed() {
        return filing.filed(person, "information-disclosure", person.disclosureRequest("310101"));
    }

    private ResultActions act(CaseNumber number, String act, Map<String, String> values) throws Exception {
        Caller.Official by = TestDesk.REVIEWER;
        var request = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(cases.get(number).version()))
                .with(SignedIn.as(by))
                .with(csrf());
        values.forEach(request::param);
        return web.perform(request);
    }

    private String printed(CaseNumber number, DocumentType type) throws Exception {
        String id = documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        byte[] pdf = web.perform(get("/cases/" + number + "/documents/" + id).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }

    private String body(RequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
