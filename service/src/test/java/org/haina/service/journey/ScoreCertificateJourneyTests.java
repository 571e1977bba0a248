package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.journey.PdfText.of;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 考试成绩证明: granted by the system where the register is clear, by people of the city where it is not. */
@ServiceTest
class ScoreCertificateJourneyTests {

    private static final Caller.Official CLERK = SignedIn.city(Role.CLERK);
    private static final Caller.Official REVIEWER = SignedIn.city(Role.REVIEWER);
    private static final Caller.Official DECIDER = SignedIn.city(Role.DECIDER);
    private static final String REGISTER = "exam-authority";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    WorkItems items;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void a_clear_answer_brings_the_certificate_without_any_official() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = submitted(person);

        desk.await(number, CaseStatus.GRANTED);

        assertThat(cases.timeline(number)).extracting(TimelineEntry::by).containsOnly("申请人", "系统");
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::kind)
                .containsSubsequence(
                        "RECEIVE",
                        "ACCEPT_INSTANTLY",
                        "GRANT_INSTANTLY",
                        "CERTIFICATE_SEALED",
                        "CERTIFICATE_REGISTERED",
                        "RESULT_SERVED",
                        "DELIVER_GRANT");
        assertThat(tasksEverOpened(number)).isZero();
        assertThat(documents.of(number))
                .extracting(CaseDocument::type)
                .contains(DocumentType.DECISION_GRANTED)
                .doesNotContain(DocumentType.ACCEPTANCE_NOTICE);
        String text = certificate(number, person);
        assertThat(text)
                .contains(person.name(), person.idNumber(), "普通高等学校招生统一考试", "2017", "语文121", "历史67", "总分：573", "升学")
                .containsPattern("CJ2026310000\\d{7}")
                .contains("海纳示范市教育委员会");
        assertThat(registrations(number)).isEqualTo(1);
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(SignedIn.reviewer("310000"))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("提出撤销"))));
    }

    @Test
    void while_the_register_is_down_a_person_has_the_case_and_once_it_is_back_nobody_else_need_look() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering register = Steering.of(sandbox, REGISTER).to("fail")) {
            CaseNumber number = submitted(person);
            TestDesk.losePatience(jdbc, number, 1);
            awaitTask(number, CLERK);
            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

            register.to("ok");
            desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
            desk.await(number, CaseStatus.GRANTED);

            assertThat(cases.timeline(number))
                    .extracting(TimelineEntry::kind)
                    .containsSubsequence("ACCEPT", "GRANT_INSTANTLY", "DELIVER_GRANT")
                    .doesNotContain("ACCEPT_INSTANTLY", "PROPOSE");
            assertThat(tasksEverOpened(number)).isEqualTo(1);
            assertThat(certificate(number, person)).contains("语文121");
        }
    }

    @Test
    void a_wrong_year_is_corrected_once_and_the_certificate_comes_without_reviewer_and_decider() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filing.filed(
                person, "score-certificate", person.scoreApplication().put("year", "2016"));
        awaitTask(number, CLERK);
        desk.work(
                number,
                CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/year\",\"text\":\"这一年没有查到您的成绩，请核对年份\"}]}");

        assertThat(corrections.answer(
                        number, json.createObjectNode().put("year", "2017"), List.of(), filing.citizen(person)))
                .isEmpty();
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(cases.timeline(number)).extracting(TimelineEntry::kind).doesNotContain("PROPOSE", "GRANT");
        assertThat(certificate(number, person)).contains("2017").doesNotContain("2016");
    }

    @Test
    void what_the_register_does_not_hold_is_refused_by_a_person_with_reasons_and_cannot_be_granted() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = submitted(person);
        contested(number);
        desk.work(number, REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"经核实没有这次考试的记录\"}");

        String open = task(number, DECIDER);
        assertThat(items.advice(items.get(open, DECIDER)).barred()).containsKey("granted");
        desk.work(number, DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"没有查到这次考试的成绩\"}");
        desk.await(number, CaseStatus.REFUSED);

        assertThat(documents.of(number)).extracting(CaseDocument::type).contains(DocumentType.DECISION_REFUSED);
        web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isNotFound());
    }

    @Test
    void results_under_a_former_name_are_granted_by_the_decider_and_show_both_names() throws Exception {
        TestPerson person = TestPerson.unknown();
        ((ObjectNode) person.raw().at("/examRecords/0")).put("registeredName", "张样旧");
        person.admit(sandbox);
        CaseNumber number = submitted(person);
        contested(number);
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(REVIEWER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("语文 121、数学 126")))
                .andExpect(content().string(containsString("张样旧")));
        desk.work(number, REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"户口簿记载的曾用名与登记一致\"}");
        desk.work(number, DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"曾用名属实\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(certificate(number, person)).contains(person.name(), "张样旧", "语文121");
    }

    @Test
    void the_city_s_officials_alone_see_it_and_its_limit_is_the_law_s() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = submitted(person);
        awaitTask(number, CLERK);

        assertThat(items.openFor(number, TestDesk.CLERK)).isEmpty();
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        awaitTask(number, REVIEWER);

        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(REVIEWER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.promisedBy").value("2026-11-26"));
    }

    private CaseNumber submitted(TestPerson person) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "score-certificate");
        body.set("data", person.scoreApplication());
        body.putArray("materials");
        String answer = web.perform(post("/api/v1/cases")
                        .with(SignedIn.as(filing.citizen(person)))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.toString()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new CaseNumber(json.readTree(answer).path("number").asText());
    }

    /** Accepted by the clerk, asked again, still not clear. */
    private void contested(CaseNumber number) throws Exception {
        awaitTask(number, CLERK);
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        awaitTask(number, REVIEWER);
    }

    private void awaitTask(CaseNumber number, Caller.Official official) {
        TestDesk.await("a task of " + official.account() + " in " + number, () -> items.openFor(number, official)
                .isPresent());
    }

    private String task(CaseNumber number, Caller.Official official) {
        return items.openFor(number, official).orElseThrow().id();
    }

    private int tasksEverOpened(CaseNumber number) {
        return jdbc.sql(
                        """
                        select count(*) from act_hi_actinst
                        where act_type_ = 'userTask' and root_proc_inst_id_ = :root
                        """)
                .param("root", cases.get(number).processInstance().orElseThrow())
                .query(Integer.class)
                .single();
    }

    private String certificate(CaseNumber number, TestPerson person) throws Exception {
        byte[] pdf = web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return of(pdf).replaceAll("\\s+", "");
    }

    private long registrations(CaseNumber number) {
        return SandboxAuthorities.effects(sandbox, "licence-store", "register").stream()
                .filter(effect -> effect.path("body").toString().contains(number.value()))
                .count();
    }
}
