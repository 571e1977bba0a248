package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Two organs on one case: the district accepts and examines, the city examines again, decides and issues. */
@ServiceTest
class UpperDecisionTests {

    private static final String CITY = "11319999MB0100001A";
    private static final Caller.Official CITY_REVIEWER = SignedIn.reviewer("310000");
    private static final Caller.Official CITY_DECIDER = SignedIn.decider("310000");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Submissions submissions;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void the_city_decides_and_issues_what_the_district_examined() throws Exception {
        TestPerson person = senior();
        CaseNumber number = examined(person);

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        page(number, person, "海纳示范市教育委员会正在审核");
        desk.work(number, CITY_REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"同意区的审查意见\"}");
        page(number, person, "海纳示范市教育委员会将作出决定");
        desk.work(number, CITY_DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"符合条件\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(document(number, DocumentType.ACCEPTANCE_NOTICE).number()).startsWith("海示黄教受〔2026〕");
        assertThat(document(number, DocumentType.DECISION_GRANTED).number()).startsWith("海示市教准〔2026〕");
        assertThat(pdf("/cases/" + number + "/certificate", person)).contains("海纳示范市教育委员会", "高级中学教师资格", "2026310004");
        assertThat(cases.timeline(number))
                .extracting("kind")
                .containsSubsequence("ACCEPT", "PROPOSE", "REPORT", "PROPOSE", "GRANT", "DELIVER_GRANT");
    }

    @Test
    void what_the_city_granted_the_city_ends_and_not_the_district() throws Exception {
        CaseNumber number = examined(senior());
        desk.work(number, CITY_REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"同意区的审查意见\"}");
        desk.work(number, CITY_DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"符合条件\"}");
        desk.await(number, CaseStatus.GRANTED);
        Map<String, String> death = Map.of("ground", "DEATH_OR_INCAPACITY", "facts", "持证人已经死亡。");

        act(number, "cancellation", TestDesk.REVIEWER, death).andExpect(status().isConflict());
        act(number, "cancellation", CITY_REVIEWER, death).andExpect(status().isFound());
        assertThat(open(number, TestDesk.DECIDER)).isZero();
        desk.work(number, CITY_DECIDER, "{\"outcome\":\"cancelled\",\"opinion\":\"已核对死亡证明\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(document(number, DocumentType.CANCELLATION_DECISION).number())
                .startsWith("海示市教注销〔2026〕");
    }

    @Test
    void each_organ_sees_the_case_from_the_day_it_has_a_part_in_it() throws Exception {
        TestPerson person = senior();
        CaseNumber number = filed(person);
        String page = "/desk/cases/" + number;

        web.perform(get(page).with(SignedIn.as(CITY_REVIEWER))).andExpect(status().isNotFound());
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        web.perform(get(page).with(SignedIn.as(CITY_REVIEWER))).andExpect(status().isNotFound());
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全\"}");

        assertThat(cases.get(number).participants()).containsExactly(CITY);
        web.perform(get(page).with(SignedIn.as(CITY_REVIEWER))).andExpect(status().isOk());
        web.perform(get(page).with(SignedIn.as(TestDesk.REVIEWER))).andExpect(status().isOk());
        web.perform(get(page).with(SignedIn.as(SignedIn.reviewer("310104")))).andExpect(status().isNotFound());
        assertThat(open(number, TestDesk.DECIDER))
                .as("tasks for the district's decider")
                .isZero();
        assertThat(open(number, TestDesk.REVIEWER))
                .as("tasks for the district's reviewer")
                .isZero();
        assertThat(open(number, CITY_REVIEWER))
                .as("tasks for the city's reviewer")
                .isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_city_names_the_city_and_its_remedies() throws Exception {
        TestPerson person = senior();
        CaseNumber number = examined(person);
        desk.work(number, CITY_REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"学历证书不是本人的\"}");
        desk.work(number, CITY_DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"学历证书不是本人的\"}");
        desk.await(number, CaseStatus.REFUSED);

        CaseDocument refusal = document(number, DocumentType.DECISION_REFUSED);
        assertThat(refusal.number()).startsWith("海示市教不准〔2026〕");
        assertThat(pdf("/cases/" + number + "/documents/" + refusal.id(), person))
                .contains("海纳示范市教育委员会", "海纳示范市人民政府", "海纳示范市第一中级人民法院", "海纳示范黄浦区教育局于");
    }

    @Test
    void to_recommend_what_the_district_is_against_needs_a_reason() throws Exception {
        CaseNumber number = filed(senior());
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"学科不一致\"}");

        assertThatThrownBy(() -> desk.work(number, CITY_REVIEWER, "{\"outcome\":\"approve\"}"))
                .as("without a word")
                .hasMessageContaining("<422>");
        desk.work(number, CITY_REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"学科名称经核对一致\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);
    }

    @Test
    void once_reported_only_the_city_voids_and_its_letter_bears_the_city() throws Exception {
        CaseNumber number = examined(senior());

        act(number, "voiding", SignedIn.head("310101"), Map.of("reason", "重复提交"))
                .andExpect(status().isConflict());
        act(number, "voiding", SignedIn.head("310000"), Map.of("reason", "重复提交"))
                .andExpect(status().isFound());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.VOIDED);
        assertThat(document(number, DocumentType.VOIDING_NOTICE).number()).startsWith("海示市教废〔2026〕");
    }

    @Test
    void each_organ_corrects_its_own_letters_only() throws Exception {
        CaseNumber number = examined(senior());
        desk.work(number, CITY_REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"同意\"}");
        desk.work(number, CITY_DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"学历证书不是本人的\"}");
        desk.await(number, CaseStatus.REFUSED);
        Map<String, String> slip = Map.of(
                "document",
                document(number, DocumentType.DECISION_REFUSED).id().toString(),
                "wrong",
                "本任",
                "right",
                "本人",
                "reason",
                "录入时的笔误");

        act(number, "rectification", TestDesk.CLERK, slip).andExpect(status().isUnprocessableEntity());
        act(number, "rectification", CITY_DECIDER, slip).andExpect(status().isFound());

        assertThat(document(number, DocumentType.RECTIFICATION_NOTICE).number()).startsWith("海示市教更〔2026〕");
    }

    @Test
    void a_round_leaves_room_for_one_category_whichever_item_it_is() {
        TestPerson person = senior();
        filed(person);

        SubmissionOutcome outcome =
                submissions.submit(submission(person, "teacher-qualification", person.application()));

        assertThat(outcome)
                .isInstanceOfSatisfying(SubmissionOutcome.Refused.class, refused -> assertThat(refused.toString())
                        .contains("本次受理期限内已经申请过"));
    }

    @Test
    void who_chooses_a_senior_level_under_the_districts_item_is_sent_to_this_one() {
        TestPerson person = senior();
        ObjectNode form = person.application().put("schoolLevel", "senior-secondary");

        SubmissionOutcome outcome = submissions.submit(submission(person, "teacher-qualification", form));

        assertThat(outcome)
                .isInstanceOfSatisfying(SubmissionOutcome.Refused.class, refused -> assertThat(refused.toString())
                        .contains("请改办“教师资格认定（高级中学、中等职业学校）”"));
    }

    private TestPerson senior() {
        TestPerson person = TestPerson.unknown();
        ((ObjectNode) person.raw().get("examCertificate")).put("schoolLevel", "senior-secondary");
        return person.admit(sandbox);
    }

    private CaseNumber examined(TestPerson person) throws Exception {
        CaseNumber number = filed(person);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全\"}");
        return number;
    }

    private CaseNumber filed(TestPerson person) {
        return filing.filed(
                person,
                "teacher-qualification-senior",
                person.application().put("schoolLevel", "senior-secondary"),
                filing.materials(person));
    }

    private Submission submission(TestPerson person, String item, ObjectNode form) {
        return filing.submission(person, UUID.randomUUID().toString(), item, form, filing.materials(person));
    }

    private ResultActions act(CaseNumber number, String act, Caller.Official by, Map<String, String> values)
            throws Exception {
        var request = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(cases.get(number).version()))
                .with(SignedIn.as(by))
                .with(csrf());
        values.forEach(request::param);
        return web.perform(request);
    }

    private CaseDocument document(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private String pdf(String path, TestPerson person) throws Exception {
        return PdfText.of(web.perform(get(path).with(SignedIn.as(filing.citizen(person))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .replaceAll("\\s", "");
    }

    private int open(CaseNumber number, Caller.Official official) throws Exception {
        return json.readTree(web.perform(get("/api/v1/work-items")
                                .param("number", number.value())
                                .with(SignedIn.as(official)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .get("items")
                .size();
    }

    private void page(CaseNumber number, TestPerson person, String words) throws Exception {
        web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(words)));
    }
}
