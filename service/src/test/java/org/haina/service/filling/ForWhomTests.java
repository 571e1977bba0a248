package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
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
import org.springframework.test.web.servlet.ResultActions;

/** A company applies through its agent, by page and API; its letter is limited to items and days. */
@ServiceTest
class ForWhomTests {

    private static final ItemKey ITEM = new ItemKey("recruitment-notice-filing");
    private static final String BEGIN = "/items/" + ITEM + "/apply";
    private static final String COMPANY = "海纳示范教育科技有限公司";
    private static final String CODE = "91319999MA1FT0043X";

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
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    private TestPerson person;
    private Citizen agent;
    private PartyId company;
    private LocalDate today;

    @BeforeEach
    void an_agent_and_a_company() {
        person = TestPerson.admitted(sandbox);
        agent = filing.citizen(person);
        company = parties.record("001", CODE, COMPANY);
        today = LocalDate.now(time);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_is_begun_for_one_stands_in_nobody_else_s_way_and_is_gone_on_with() throws Exception {
        granted(ITEM, today.plusDays(30));
        String first = String.valueOf(
                begun(company.toString()).andReturn().getResponse().getRedirectedUrl());
        String second = begun("self").andReturn().getResponse().getRedirectedUrl();

        assertThat(second).isNotEqualTo(first);
        begun(company.toString()).andExpect(redirectedUrl(first));
        assertThat(page(BEGIN, agent).select("#for label").eachText())
                .hasSize(2)
                .allMatch(choice -> choice.contains("接着填"));
    }

    @Test
    void the_form_is_filled_from_the_business_registry_once_it_is_said_for_whom() throws Exception {
        granted(ITEM, today.plusDays(30));
        Document before = page(BEGIN, agent);
        assertThat(before.select("#for label").eachText()).containsExactly("我本人", COMPANY + "统一社会信用代码 " + CODE);

        assertThat(told(begun(""))).isEqualTo("请选择为谁申请");
        assertThat(drafts.latest(agent.party(), ITEM)).isEmpty();
        begun(company.toString()).andExpect(status().isFound());

        Draft draft = drafts.latest(agent.party(), ITEM).orElseThrow();
        assertThat(draft.applicant()).isEqualTo(company);
        Document school = page("/applications/" + draft.id() + "/pages/school", agent);
        assertThat(school.select("[name=schoolName]").val()).isEqualTo(COMPANY);
        assertThat(school.select("[name=schoolCode]").val()).isEqualTo(CODE);
        assertThat(school.text()).contains("来自市场监管登记", person.name());
        assertThat(page("/applications/" + draft.id(), agent).text()).contains("为" + COMPANY + "申请");
    }

    @Test
    void of_a_social_organisation_civil_affairs_is_asked_and_fills_the_same_answers() throws Exception {
        PartyId society = parties.record("001", "52319999MJ1FT0054K", "海纳示范公益进修中心");
        ItemKey licence = new ItemKey("training-licence");
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        agent.party(),
                        society,
                        Optional.of(licence),
                        today,
                        today.plusDays(9),
                        "委托书"),
                "test");

        web.perform(post("/items/" + licence + "/apply")
                        .with(SignedIn.as(agent))
                        .with(csrf())
                        .param("for", society.toString()))
                .andExpect(status().isFound());

        Draft draft = drafts.latest(agent.party(), licence).orElseThrow();
        assertThat(draft.data().path("organiserName").asText()).isEqualTo("海纳示范公益进修中心");
        assertThat(draft.data().path("uscc").asText()).isEqualTo("52319999MJ1FT0054K");
        assertThat(draft.data().path("representative").asText()).isEqualTo("吴示公");
        assertThat(page("/applications/" + draft.id() + "/pages/organiser", agent)
                        .text())
                .contains("来自民政登记")
                .doesNotContain("来自市场监管登记");
    }

    @Test
    void while_civil_affairs_is_away_the_agent_types_what_is_missing() throws Exception {
        PartyId society = parties.record("001", "52319999MJ1FT0054K", "海纳示范公益进修中心");
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT, agent.party(), society, Optional.of(ITEM), today, today.plusDays(9), "委托书"),
                "test");

        try (Steering away = Steering.of(sandbox, "civil-affairs").to("fail")) {
            begun(society.toString()).andExpect(status().isFound());
        }

        Draft draft = drafts.latest(agent.party(), ITEM).orElseThrow();
        assertThat(draft.data().path("schoolCode").asText()).isEqualTo("52319999MJ1FT0054K");
    }

    @Test
    void for_oneself_nothing_of_the_company_is_known() throws Exception {
        granted(ITEM, today.plusDays(30));

        begun("self").andExpect(status().isFound());

        Draft draft = drafts.latest(agent.party(), ITEM).orElseThrow();
        assertThat(draft.applicant()).isEqualTo(agent.party());
        assertThat(draft.data().has("schoolName")).isFalse();
    }

    @Test
    void the_case_is_the_company_s_and_everybody_reads_who_acted_for_whom() throws Exception {
        granted(ITEM, today.plusDays(30));
        Draft draft = drafted();
        assertThat(page("/applications/" + draft.id() + "/check", agent).text()).contains("申请人是" + COMPANY);

        submitted(draft).andExpect(status().isFound());

        CaseNumber number = drafts.get(draft.id(), agent.party()).number().orElseThrow();
        CaseFile file = cases.get(number);
        assertThat(file.applicant()).isEqualTo(company);
        assertThat(file.agent()).contains(agent.party());
        assertThat(cases.timeline(number).get(0).by()).isEqualTo("申请人的代办人");
        assertThat(page("/my/cases", agent).text()).contains("申请人：" + COMPANY, number.value());
        assertThat(page("/cases/" + number + "/receipt", agent).text())
                .contains("申请人：" + COMPANY + "，代办人：" + person.name());
        assertThat(page("/cases/" + number, agent).select("dl.facts").text())
                .contains("申请人 " + COMPANY, "代办人 " + person.name());
        assertThat(page("/desk/cases/" + number, SignedIn.clerk("310104")).text())
                .contains("申请人" + COMPANY + "，由" + person.name().charAt(0) + "*代办");
        assertThat(voucher(number)).contains(COMPANY + "：您提交的").doesNotContain(person.name());
    }

    @Test
    void a_letter_that_ends_before_the_application_is_handed_in_files_nothing() throws Exception {
        granted(ITEM, today.plusDays(1));
        Draft draft = drafted();
        time.advance(Duration.ofDays(2));

        submitted(draft).andExpect(redirectedUrl("/applications/" + draft.id() + "/check"));

        assertThat(drafts.get(draft.id(), agent.party()).number()).isEmpty();
        assertThat(refusal(draft)).contains("给您的委托已于2026年11月24日到期，不能再代办");
    }

    @Test
    void a_letter_for_other_items_is_named_and_begins_nothing() throws Exception {
        granted(new ItemKey("consultation"), today.plusDays(30));

        Document before = page(BEGIN, agent);
        assertThat(before.select("#for label").eachText()).containsExactly("我本人");
        assertThat(before.select("#for").text()).contains("“" + COMPANY + "”给您的委托不包括本事项");

        assertThat(told(begun(company.toString()))).contains("给您的委托不包括本事项");
        assertThat(drafts.latest(agent.party(), ITEM)).isEmpty();
    }

    @Test
    void the_form_must_speak_of_the_company_that_applies_and_of_the_agent() throws Exception {
        granted(ITEM, today.plusDays(30));
        ObjectNode wrong = answers()
                .put("schoolName", "另一家示范有限公司")
                .put("schoolCode", "11319999MB0100001A")
                .put("name", "王示例");

        JsonNode answer = body(apply(wrong).andExpect(status().isUnprocessableEntity()));

        assertThat(answer.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/data/schoolName", "/data/schoolCode", "/data/name");
    }

    @Test
    void a_program_applies_for_the_company_by_naming_it() throws Exception {
        granted(ITEM, today.plusDays(30));

        JsonNode answer = body(apply(answers()).andExpect(status().isCreated()));

        CaseFile file = cases.get(new CaseNumber(answer.path("number").asText()));
        assertThat(file.applicant()).isEqualTo(company);
        assertThat(file.agent()).contains(agent.party());
    }

    @Test
    void a_program_is_told_why_the_letter_does_not_help() throws Exception {
        assertThat(reason(apply(answers()))).isEqualTo("no-mandate");

        granted(new ItemKey("consultation"), today.plusDays(30));
        assertThat(reason(apply(answers()))).isEqualTo("mandate-scope");

        granted(ITEM, today.plusDays(1));
        time.advance(Duration.ofDays(2));
        assertThat(reason(apply(answers()))).isEqualTo("mandate-expired");
    }

    @Test
    void an_item_for_persons_is_not_applied_for_by_a_company() throws Exception {
        mandates.grant(mandate(Optional.empty(), today.plusDays(30)), "test");
        assertThat(page("/items/teacher-qualification/apply", agent).select("#for"))
                .isEmpty();

        ObjectNode request = json.createObjectNode().put("item", "teacher-qualification");
        request.set("data", person.application());
        request.putArray("materials");
        filing.materials(person).forEach(piece -> request.withArray("materials")
                .addObject()
                .put("key", piece.key())
                .put("file", piece.reference()));
        assertThat(reason(sent(request))).isEqualTo("no-agent");
    }

    private Draft drafted() throws Exception {
        return drafts.begin(
                agent.party(),
                Optional.of(company),
                catalog.current(ITEM),
                answers(),
                List.of(piece("notice"), piece("authorisation")));
    }

    private SuppliedMaterial piece(String key) throws Exception {
        return new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, uploaded());
    }

    private ObjectNode answers() {
        ObjectNode answers = json.createObjectNode()
                .put("district", "310104")
                .put("schoolName", COMPANY)
                .put("schoolCode", CODE)
                .put("schoolLicence", "教民131999970000045号")
                .put("role", "agent")
                .put("name", person.name())
                .put("phone", "13900000001")
                .put("noticeKind", "brochure")
                .put("noticeTitle", "海纳示范教育2027年春季招生简章")
                .put("firstUse", "2027-02-15")
                .put("truthDeclared", true);
        answers.putArray("publishedBy").add("website");
        return answers;
    }

    private void granted(ItemKey item, LocalDate until) {
        mandates.grant(mandate(Optional.of(item), until), "test");
    }

    private Mandate mandate(Optional<ItemKey> item, LocalDate until) {
        return Mandate.of(Mandate.Kind.AGENT, agent.party(), company, item, today, until, "委托书");
    }

    private ResultActions begun(String whom) throws Exception {
        return web.perform(
                post(BEGIN).param("for", whom).with(SignedIn.as(agent)).with(csrf()));
    }

    private ResultActions submitted(Draft draft) throws Exception {
        return web.perform(post("/applications/" + draft.id() + "/submit")
                .with(SignedIn.as(agent))
                .with(csrf()));
    }

    private String refusal(Draft draft) throws Exception {
        return String.valueOf(submitted(draft).andReturn().getFlashMap().get("refusal"));
    }

    private ResultActions apply(ObjectNode data) throws Exception {
        ObjectNode request = json.createObjectNode().put("item", ITEM.value());
        request.set("data", data);
        for (String key : List.of("notice", "authorisation")) {
            request.withArray("materials").addObject().put("key", key).put("file", uploaded());
        }
        return sent(request);
    }

    private ResultActions sent(ObjectNode request) throws Exception {
        request.putObject("applicant")
                .put("type", "organisation")
                .put("name", COMPANY)
                .put("idType", "001")
                .put("idNumber", CODE);
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(agent))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request.toString()));
    }

    private String reason(ResultActions refused) throws Exception {
        return body(refused.andExpect(status().isUnprocessableEntity()))
                .path("reason")
                .asText();
    }

    private String uploaded() throws Exception {
        return body(web.perform(multipart("/api/v1/files")
                                .file(new MockMultipartFile("file", "简章.pdf", "application/pdf", HostileFiles.pdf()))
                                .with(SignedIn.as(agent))
                                .with(csrf()))
                        .andExpect(status().isCreated()))
                .path("id")
                .asText();
    }

    private JsonNode body(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    /** What the next page says in red. */
    private static String told(ResultActions redirect) throws Exception {
        return String.valueOf(redirect.andExpect(redirectedUrl(BEGIN))
                .andReturn()
                .getFlashMap()
                .get("wrong"));
    }

    private Document page(String address, Caller caller) throws Exception {
        return parsed(web.perform(get(address).with(SignedIn.as(caller))));
    }

    private static Document parsed(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String voucher(CaseNumber number) throws Exception {
        CaseDocument document = documents.receipt(number);
        byte[] pdf = web.perform(
                        get("/cases/" + number + "/documents/" + document.id()).with(SignedIn.as(agent)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var open = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(open).replaceAll("\\s", "");
        }
    }
}
