package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.haina.service.institutions.LegalRegistration;
import org.haina.service.institutions.LegalRegistrations;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.procedure.CaseActs;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 民办培训机构办学许可: a company or a citizen sets a training school up; the school itself has no code yet. */
@ServiceTest
class TrainingLicenceJourneyTests {

    private static final ItemKey ITEM = new ItemKey("training-licence");
    private static final String COMPANY = "海纳示范教育科技有限公司";
    private static final String CODE = "91319999MA1FT0043X";
    private static final String SCHOOL_CODE = "91319999MA1FT0051Q";
    private static final String UNKNOWN_CODE = "91319999MA1FT0060N";
    private static final Caller.Official CLERK = SignedIn.clerk("310104");
    private static final Caller.Official REVIEWER = SignedIn.reviewer("310104");
    private static final Caller.Official SECOND = SignedIn.official("second.310104", "310104", Role.REVIEWER);
    private static final String VISIT = "{\"outcome\":\"%s\",\"opinion\":\"11月25日上午两人到场查看教室和消防设施\"}";
    private static final Caller.Official DECIDER = SignedIn.decider("310104");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    WorkItems items;

    @Autowired
    CaseActs acts;

    @Autowired
    LegalRegistrations registrations;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;
    private TestPerson person;
    private Caller.Citizen agent;
    private PartyId company;

    @BeforeEach
    void an_agent_with_a_letter_of_the_company() {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        agent = filing.citizen(person);
        company = parties.record("001", CODE, COMPANY);
        LocalDate today = LocalDate.now(time);
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        agent.party(),
                        company,
                        Optional.of(ITEM),
                        today,
                        today.plusDays(30),
                        "委托书"),
                "test");
    }

    @Test
    void a_company_is_licensed_within_three_months_under_a_number_of_the_district() throws Exception {
        CaseNumber number = number(apply(byCompany()).andExpect(status().isCreated()));
        assertThat(cases.get(number).applicant()).isEqualTo(company);

        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().due())
                .isEqualTo("2027-02-23");
        visited(number, "fit");
        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().due())
                .as("a visit runs on the clock")
                .isEqualTo("2027-02-23");
        desk.work(number, REVIEWER, "{\"outcome\":\"approve\"}");
        desk.work(number, DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(certificate(number))
                .containsPattern("教民13101047\\d{7}号")
                .contains("示例区海纳进修学校", "举办者" + COMPANY, "文化教育类", "有效期至2029年11月22日", "海纳示范徐汇区教育局")
                .doesNotContain(CODE, person.name());
    }

    @Test
    void a_citizen_sets_up_a_school_and_the_register_of_persons_is_asked() throws Exception {
        CaseNumber number = number(apply(byCitizen()).andExpect(status().isCreated()));

        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        visited(number, "unfit");
        desk.work(number, REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"已经整改\"}");
        desk.work(number, DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"办学场所没有通过消防验收\"}");
        desk.await(number, CaseStatus.REFUSED);

        assertThat(cases.get(number).applicant()).isEqualTo(agent.party());
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "academic, compulsory, 面向义务教育阶段学生的学科类校外培训机构不再审批（",
        "cultural, preschool, 面向学龄前儿童的校外培训机构不再审批（",
        "sport, compulsory, 请向拟办学所在区的体育局申请（",
        "skills, adults, 请向拟办学所在区的人力资源和社会保障局申请（《中华人民共和国民办教育促进法》第十二条）"
    })
    void what_nobody_or_another_organ_licenses_is_refused_at_once(String content, String audience, String told)
            throws Exception {
        ObjectNode request = byCompany();
        ((ObjectNode) request.path("data")).put("content", content).put("audience", audience);

        JsonNode refused = body(apply(request).andExpect(status().isUnprocessableEntity()));

        assertThat(refused.path("reason").asText()).isEqualTo("not-competent");
        assertThat(refused.path("detail").asText()).contains(told);
        assertThat(refused.path("detail").asText().contains("请向")).isEqualTo(told.startsWith("请向"));
    }

    @Test
    void nobody_passes_for_the_other_kind_of_organiser() throws Exception {
        ObjectNode company = byCompany();
        company.set("data", byCitizen().path("data"));
        ObjectNode citizen = byCitizen();
        citizen.set("data", byCompany().path("data"));

        for (ObjectNode request : List.of(company, citizen)) {
            assertThat(body(apply(request).andExpect(status().isUnprocessableEntity()))
                            .path("errors")
                            .findValuesAsText("pointer"))
                    .contains("/data/organiserKind");
        }
    }

    @Test
    void two_officers_stand_by_a_visit_and_one_cannot_be_both() throws Exception {
        CaseNumber number = number(apply(byCompany()).andExpect(status().isCreated()));
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        assertThat(refused(number, REVIEWER, "{\"outcome\":\"fit\",\"opinion\":\" \"}"))
                .contains("同去的人员");
        desk.work(number, REVIEWER, VISIT.formatted("unfit"));

        assertThat(refused(number, REVIEWER, "{\"outcome\":\"confirmed\"}")).contains("记录人不能自己确认");
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");

        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).contains("两名工作人员完成实地核查");
        assertThat(refused(number, REVIEWER, "{\"outcome\":\"approve\"}")).contains("实地核查的结论是不符合");
        assertThat(offers(number, REVIEWER)).contains("实地核查：不符合", "确认核查记录", "second.310104");
    }

    @Test
    void the_school_s_own_code_comes_back_once_the_registry_says_it_is_the_school_s() throws Exception {
        CaseNumber number = number(apply(byCompany()).andExpect(status().isCreated()));
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        visited(number, "fit");
        assertThat(offers(number, CLERK)).doesNotContain("回填法人登记");
        desk.work(number, REVIEWER, "{\"outcome\":\"approve\"}");
        desk.work(number, DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);

        web.perform(post("/desk/cases/" + number + "/acts/legal-registration")
                        .with(SignedIn.as(CLERK))
                        .with(csrf())
                        .param("uscc", "9131999")
                        .param("version", String.valueOf(cases.get(number).version())))
                .andExpect(content().string(containsString("学校的统一社会信用代码不对")));
        assertThat(registrations.of(number)).isEmpty();
        told(number, CODE, "登记的不是这所学校");
        told(number, UNKNOWN_CODE, "市场监管登记中没有代码");
        registeredAs(SCHOOL_CODE, "示例区海纳进修学校");
        told(number, SCHOOL_CODE, "学校已登记法人，统一社会信用代码 " + SCHOOL_CODE);

        assertThat(registrations.of(number).orElseThrow().state()).isEqualTo(LegalRegistration.State.REGISTERED);
        assertThat(offers(number, CLERK)).doesNotContain("回填法人登记");
    }

    /** The clerk enters the code; what the registry answers comes to stand on the time line. */
    private void told(CaseNumber number, String code, String words) throws Exception {
        assertThat(offers(number, CLERK)).contains("回填法人登记");
        acts.perform(number, "legal-registration", Map.of("uscc", code), CLERK);
        TestDesk.await(words, () -> cases.timeline(number).stream()
                .anyMatch(entry -> entry.label().contains(words)));
    }

    private void registeredAs(String code, String name) {
        TestPerson owner = TestPerson.unknown();
        owner.raw()
                .putObject("organisation")
                .put("name", name)
                .put("uscc", code)
                .put("kind", "有限责任公司")
                .put("legalRepresentative", "王示例")
                .put("address", "上海市徐汇区示例路40号201室")
                .put("established", "2026-11-23")
                .put("status", "存续")
                .put("position", "法定代表人")
                .putObject("authority")
                .put("number", "示例〔2026〕1号")
                .put("validFrom", "2026-01-01")
                .put("validUntil", "2027-12-31")
                .putArray("items")
                .add(ITEM.value());
        owner.admit(sandbox);
    }

    private String offers(CaseNumber number, Caller.Official official) throws Exception {
        return web.perform(get("/desk/cases/" + number).with(SignedIn.as(official)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void visited(CaseNumber number, String found) throws Exception {
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, REVIEWER, VISIT.formatted(found));
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");
    }

    /** Claims the open task and is told why it cannot be completed like this; gives it back. */
    private String refused(CaseNumber number, Caller.Official official, String completion) throws Exception {
        String id = items.openFor(number, official).orElseThrow().id();
        String tag = web.perform(post("/api/v1/work-items/" + id + "/claim").with(SignedIn.as(official)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        String told = web.perform(post("/api/v1/work-items/" + id + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", String.valueOf(tag))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(completion))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        web.perform(post("/api/v1/work-items/" + id + "/release")
                        .with(SignedIn.as(official))
                        .header("If-Match", String.valueOf(tag)))
                .andExpect(status().is2xxSuccessful());
        return told;
    }

    private ObjectNode byCompany() {
        ObjectNode request = request();
        request.putObject("applicant")
                .put("type", "organisation")
                .put("name", COMPANY)
                .put("idType", "001")
                .put("idNumber", CODE);
        school(request)
                .put("organiserKind", "organisation")
                .put("organiserName", COMPANY)
                .put("uscc", CODE)
                .put("representative", "周示业");
        return request;
    }

    private ObjectNode byCitizen() {
        ObjectNode request = request();
        String born = person.idNumber().substring(6, 14);
        school(request)
                .put("organiserKind", "person")
                .put("idNumber", person.idNumber())
                .put(
                        "birthDate",
                        LocalDate.parse(born, java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                                .toString());
        return request;
    }

    private ObjectNode request() {
        ObjectNode request = json.createObjectNode().put("item", ITEM.value());
        for (String key : List.of("report", "charter", "assets", "staff", "venue")) {
            request.withArray("materials").addObject().put("key", key).put("file", filing.uploadPdf(agent, key));
        }
        return request;
    }

    private ObjectNode school(ObjectNode request) {
        return request.putObject("data")
                .put("name", person.name())
                .put("phone", "13900000001")
                .put("content", "cultural")
                .put("audience", "adults")
                .put("district", "310104")
                .put("schoolName", "示例区海纳进修学校")
                .put("schoolNature", "for-profit")
                .put("address", "上海市徐汇区示例路40号201室")
                .put("principal", "王示例")
                .put("electronicService", true)
                .put("truthDeclared", true);
    }

    private ResultActions apply(ObjectNode request) throws Exception {
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(agent))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request.toString()));
    }

    private CaseNumber number(ResultActions answer) throws Exception {
        return new CaseNumber(body(answer).path("number").asText());
    }

    private JsonNode body(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    private String certificate(CaseNumber number) throws Exception {
        return PdfText.of(web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(agent)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .replaceAll("\\s+", "");
    }
}
