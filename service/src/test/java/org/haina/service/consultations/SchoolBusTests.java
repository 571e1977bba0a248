package org.haina.service.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.haina.service.consultations.BusCases.GOVERNMENT;
import static org.haina.service.consultations.BusCases.POLICE;
import static org.haina.service.consultations.BusCases.TRANSPORT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.publications.PublicGrants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 校车使用许可: two departments side by side, the government's decision, the plate of the traffic police. */
@ServiceTest
class SchoolBusTests {

    private static final String AGREE = "{\"outcome\":\"agree\"}";
    private static final String OBJECT = "{\"outcome\":\"object\",\"opinion\":\"驾驶人没有校车驾驶资格\"}";

    private static final String COMPANY = "海纳示范教育科技有限公司";
    private static final String CODE = "91319999MA1FT0043X";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    PublicGrants published;

    @Autowired
    Documents documents;

    @Autowired
    Submissions submissions;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    private TestDesk desk;
    private TestPerson person;
    private BusCases buses;

    @BeforeEach
    void a_school() {
        desk = new TestDesk(web, json, filing, cases);
        buses = new BusCases(filing, json);
        person = TestPerson.unknown();
    }

    @Test
    void both_agree_the_government_grants_and_the_police_issue_the_plate() throws Exception {
        CaseNumber number = accepted();
        assertThat(text("/cases/" + number, filing.citizen(person))).contains("已受理，正在征求有关部门意见", "海纳示范黄浦区教育局");
        desk.work(number, TRANSPORT, AGREE);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ACCEPTED);
        desk.work(number, POLICE, AGREE);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);

        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        assertThat(text("/cases/" + number, filing.citizen(person))).contains("已审核，海纳示范黄浦区人民政府将作出决定");
        desk.work(number, GOVERNMENT, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(document(number, DocumentType.ACCEPTANCE_NOTICE).number()).startsWith("海示黄教受〔2026〕");
        assertThat(document(number, DocumentType.DECISION_GRANTED).number()).startsWith("海示黄府准〔2026〕");
        assertThat(pdf("/cases/" + number + "/certificate"))
                .contains("海纳示范黄浦区公安分局交通警察支队", "沪AE3199", "钱示例", "XC2026310101", "海纳大道口");
        assertThat(cases.timeline(number))
                .extracting("label")
                .contains("送海纳示范黄浦区公安分局交通警察支队征求意见", "送海纳示范黄浦区交通运输局征求意见")
                .containsSubsequence("海纳示范黄浦区交通运输局已回复意见", "海纳示范黄浦区公安分局交通警察支队已回复意见", "提出审核意见", "作出准予许可决定");
    }

    @Test
    void a_provider_applies_through_its_agent_and_holds_the_plate() throws Exception {
        PartyId company = parties.record("001", CODE, COMPANY);
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        filing.party(person),
                        company,
                        Optional.of(BusCases.ITEM),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        "海示校委〔2026〕1号"),
                "test");
        var outcome = submissions.submit(buses.submission(person, company, COMPANY, CODE));
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        CaseNumber number = ((SubmissionOutcome.Accepted) outcome).number();
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, POLICE, AGREE);
        desk.work(number, TRANSPORT, AGREE);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        desk.work(number, GOVERNMENT, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(cases.get(number).applicant()).isEqualTo(company);
        assertThat(pdf("/cases/" + number + "/certificate")).contains("使用单位" + COMPANY);
        JsonNode entry = published.entry(number);
        assertThat(entry.path("holder").asText()).isEqualTo(COMPANY);
        assertThat(entry.path("organName").asText()).isEqualTo("海纳示范黄浦区人民政府");
        assertThat(published
                        .listed("limit=1000&holder=" + PublicGrants.coded(COMPANY.substring(0, 4)))
                        .path("items")
                        .findValuesAsText("document"))
                .contains(published.decision(number));
    }

    @Test
    void departments_see_the_case_from_the_asking_on_and_have_nothing_but_their_opinion() throws Exception {
        CaseNumber number = buses.filed(person);
        String page = "/desk/cases/" + number;
        web.perform(get(page).with(SignedIn.as(POLICE))).andExpect(status().isNotFound());

        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        assertThat(text(page, POLICE)).contains("回复意见", "沪AE3199").doesNotContain("作废", "延长办理期限");
        assertThat(text(page, TRANSPORT)).contains("回复意见");
        web.perform(get(page).with(SignedIn.as(GOVERNMENT))).andExpect(status().isNotFound());
        assertThat(text(page, TestDesk.REVIEWER)).contains("公安机关交通管理部门回复意见", "交通运输部门回复意见");
        assertThat(cases.get(number).acting())
                .as("who is asked does not have the case")
                .isEqualTo(cases.get(number).org());
        assertThat(text("/desk", POLICE)).contains(number.value(), "海纳示范黄浦区公安分局交通警察支队");
    }

    @Test
    void a_department_corrects_its_opinion_until_the_organ_in_charge_takes_up_the_examination() throws Exception {
        CaseNumber number = accepted();
        desk.work(number, POLICE, OBJECT);
        desk.work(number, TRANSPORT, AGREE);

        amend(number, TRANSPORT, "object", "").andExpect(status().isUnprocessableEntity());
        String shown = ShownAct.about(web, number, "amend", POLICE);
        for (int click = 0; click < 2; click++) {
            amend(number, POLICE, shown, "agree", "已补查驾驶资格").andExpect(status().is3xxRedirection());
        }
        amend(number, TestDesk.REVIEWER, "agree", "").andExpect(status().isConflict());

        assertThat(text("/desk/cases/" + number, TestDesk.REVIEWER)).contains("交通警察支队意见：不同意", "交通警察支队意见：同意", "已补查驾驶资格");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        assertThat(cases.get(number).status()).as("nobody objects any more").isEqualTo(CaseStatus.DECIDING);
        amend(number, POLICE, "object", "又不同意").andExpect(status().isConflict());
    }

    private ResultActions amend(CaseNumber number, Official by, String outcome, String opinion) throws Exception {
        return amend(number, by, ShownAct.about(web, number, "amend", by), outcome, opinion);
    }

    private ResultActions amend(CaseNumber number, Official by, String shown, String outcome, String opinion)
            throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/amend")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("about", shown)
                .param("outcome", outcome)
                .param("opinion", opinion)
                .with(SignedIn.as(by))
                .with(csrf()));
    }

    @Test
    void an_objection_says_why_and_is_not_passed_over_in_silence() throws Exception {
        CaseNumber number = accepted();
        assertThatThrownBy(() -> desk.work(number, POLICE, "{\"outcome\":\"object\"}"))
                .hasMessageContaining("<422>");
        desk.work(number, POLICE, OBJECT);
        desk.work(number, TRANSPORT, AGREE);

        assertThat(text("/desk/cases/" + number, TestDesk.REVIEWER))
                .contains("海纳示范黄浦区公安分局交通警察支队意见：不同意", "驾驶人没有校车驾驶资格", "海纳示范黄浦区交通运输局意见：同意");
        assertThatThrownBy(() -> desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}"))
                .as("without a word")
                .hasMessageContaining("<422>");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"驾驶人不符合条件\"}");
        desk.work(number, GOVERNMENT, "{\"outcome\":\"refused\",\"opinion\":\"驾驶人没有取得校车驾驶资格\"}");
        desk.await(number, CaseStatus.REFUSED);

        CaseDocument refusal = document(number, DocumentType.DECISION_REFUSED);
        assertThat(refusal.number()).startsWith("海示黄府不准〔2026〕");
        assertThat(pdf("/cases/" + number + "/documents/" + refusal.id()))
                .contains("海纳示范黄浦区人民政府", "海纳示范市人民政府", "海纳示范市第一中级人民法院", "经征求海纳示范黄浦区公安分局交通警察支队意见，其不同意");
    }

    @Test
    void the_table_of_conditions_advises_the_reviewer() throws Exception {
        CaseNumber number = buses.filed(person, "2025-01-15");
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, POLICE, AGREE);
        desk.work(number, TRANSPORT, AGREE);

        assertThat(text("/desk/cases/" + number, TestDesk.REVIEWER)).contains("驾驶人的驾驶经历不满3年");
    }

    @Test
    void who_is_asked_cannot_void_and_whose_turn_it_is_can() throws Exception {
        CaseNumber asked = accepted();
        voided(asked, BusCases.official("head.police", BusCases.POLICE_CODE, Role.HEAD))
                .andExpect(status().isConflict());
        voided(asked, SignedIn.head("310101")).andExpect(status().isFound());
        assertThat(document(asked, DocumentType.VOIDING_NOTICE).number()).startsWith("海示黄教废〔2026〕");

        CaseNumber reported = accepted();
        desk.work(reported, POLICE, AGREE);
        desk.work(reported, TRANSPORT, AGREE);
        desk.work(reported, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        voided(reported, SignedIn.head("310101")).andExpect(status().isConflict());
        voided(reported, BusCases.official("head.government", GOVERNMENT.org(), Role.HEAD))
                .andExpect(status().isFound());
        assertThat(document(reported, DocumentType.VOIDING_NOTICE).number()).startsWith("海示黄府废〔2026〕");
    }

    @Test
    void two_answers_at_the_same_moment_both_count_and_lead_to_one_examination() throws Exception {
        CaseNumber number = accepted();

        CompletableFuture.allOf(Stream.of(POLICE, TRANSPORT)
                        .map(official -> CompletableFuture.runAsync(() -> agree(number, official)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        assertThat(open(number, TestDesk.REVIEWER)).hasSize(1);
        assertThat(cases.timeline(number))
                .extracting("kind")
                .filteredOn("BEGIN_REVIEW"::equals)
                .hasSize(1);
    }

    private void agree(CaseNumber number, Caller.Official official) {
        try {
            desk.work(number, official, AGREE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseNumber accepted() throws Exception {
        CaseNumber number = buses.filed(person);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        return number;
    }

    private ResultActions voided(CaseNumber number, Caller.Official by) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/voiding")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("reason", "重复提交")
                .with(SignedIn.as(by))
                .with(csrf()));
    }

    private List<String> open(CaseNumber number, Caller.Official official) throws Exception {
        return json.readTree(body("/api/v1/work-items?number=" + number, official))
                .get("items")
                .findValuesAsText("id");
    }

    private CaseDocument document(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private String text(String path, Caller caller) throws Exception {
        return org.jsoup.Jsoup.parse(body(path, caller)).text();
    }

    private String body(String path, Caller caller) throws Exception {
        return web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String pdf(String path) throws Exception {
        byte[] content = web.perform(get(path).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
