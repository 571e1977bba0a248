package org.haina.service.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.CaseApi;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.ItemKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who wants to teach applies in person (教师资格条例 14). */
@ServiceTest
class AgentRuleTests {

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");
    private static final Caller.Machine PARTNER = new Caller.Machine("partner-demo");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private TestPerson applicant;
    private TestPerson agent;

    @BeforeEach
    void two_persons() {
        applicant = TestPerson.unknown();
        agent = TestPerson.unknown();
    }

    @Test
    void a_partner_is_refused_who_names_an_agent_and_nothing_is_kept() throws Exception {
        ObjectNode body = body();
        stated((ObjectNode) body.path("applicant"), "agent", agent);

        CaseApi.Answer answer = file(body);

        JsonNode problem = json.readTree(answer.text());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem.path("type").asText()).endsWith("application-refused");
        assertThat(problem.path("reason").asText()).isEqualTo("no-agent");
        assertThat(problem.path("detail").asText()).isEqualTo("本事项须由本人申请，不能由他人代办。");
        assertThat(casesOf(applicant) + casesOf(agent)).isZero();
    }

    @Test
    void the_same_application_without_an_agent_is_taken() throws Exception {
        CaseApi.Answer answer = file(body());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(cases.get(answer.number()).agent()).isEmpty();
        assertThat(cases.get(answer.number()).applicant()).isEqualTo(filing.party(applicant));
    }

    @Test
    void the_guide_says_so_before_anybody_begins() throws Exception {
        web.perform(get("/items/" + ITEM)).andExpect(content().string(containsString("由本人申请，不得委托他人")));
    }

    @Test
    void the_pages_keep_the_name_of_whoever_signed_in() throws Exception {
        Caller.Citizen citizen = filing.citizen(agent);
        web.perform(post("/items/" + ITEM + "/apply").with(csrf()).with(SignedIn.as(citizen)));
        Draft draft = drafts.latest(citizen.party(), ITEM).orElseThrow();

        web.perform(post("/applications/" + draft.id() + "/pages/person")
                .param("name", applicant.name() + "二")
                .param("idNumber", applicant.idNumber())
                .param("phone", "13900000009")
                .with(csrf())
                .with(SignedIn.as(citizen)));

        ObjectNode saved = drafts.get(draft.id(), citizen.party()).data();
        assertThat(saved.path("phone").asText()).isEqualTo("13900000009");
        assertThat(saved.path("name").asText()).isEqualTo(agent.name());
        assertThat(saved.path("idNumber").asText()).isEqualTo(agent.idNumber());
    }

    @Test
    void a_draft_that_speaks_of_somebody_else_is_refused_when_it_is_handed_in() throws Exception {
        Caller.Citizen citizen = filing.citizen(agent);
        Draft draft =
                drafts.begin(citizen.party(), catalog.current(ITEM), applicant.application(), filing.materials(agent));

        web.perform(post("/applications/" + draft.id() + "/submit").with(csrf()).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("<title>错误："), containsString("请使用本人证件申请"))));

        assertThat(casesOf(applicant) + casesOf(agent)).isZero();
    }

    private CaseApi.Answer file(ObjectNode body) throws Exception {
        return new CaseApi(web).submit(PARTNER, UUID.randomUUID().toString(), body.toString());
    }

    /** What the partner hands in for the applicant, with papers it has uploaded. */
    private ObjectNode body() throws Exception {
        List<SuppliedMaterial> papers = Stream.of("photo", "exam-certificate", "diploma", "identity", "mandarin")
                .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, filing.upload(PARTNER, key)))
                .toList();
        ObjectNode body = (ObjectNode) json.readTree(CaseApi.body(applicant, papers));
        stated(body, "applicant", applicant);
        return body;
    }

    private static void stated(ObjectNode parent, String as, TestPerson person) {
        parent.putObject(as)
                .put("type", "person")
                .put("name", person.name())
                .put("idType", "111")
                .put("idNumber", person.idNumber());
    }

    private int casesOf(TestPerson person) {
        return jdbc.sql("select count(*) from case_file where applicant_id = :party")
                .param("party", filing.party(person).value())
                .query(Integer.class)
                .single();
    }
}
