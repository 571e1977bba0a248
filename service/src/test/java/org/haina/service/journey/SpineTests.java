package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class SpineTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Caller.Official REVIEWER = SignedIn.reviewer("310101");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Submissions submissions;

    @Autowired
    Cases cases;

    @Autowired
    Checks checks;

    @Autowired
    ObjectMapper json;

    @Autowired
    SandboxServer sandbox;

    @Test
    void an_application_passes_intake_checks_and_review() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = submitted(person, UUID.randomUUID().toString());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

        work(number, CLERK, "{\"outcome\":\"accept\"}");
        await(number, CaseStatus.REVIEWING);
        work(number, REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);
        assertThat(cases.timeline(number))
                .extracting("kind")
                .containsSubsequence("RECEIVE", "ACCEPT", "BEGIN_REVIEW", "PROPOSE");
    }

    @Test
    void the_same_key_gives_the_same_case_and_another_body_is_refused() throws Exception {
        TestPerson person = TestPerson.unknown();
        String key = UUID.randomUUID().toString();
        CaseNumber number = submitted(person, key);

        assertThat(submitted(person, key)).isEqualTo(number);
        submit(person, key, person.application().put("remarks", "另有说明"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
    }

    @Test
    void a_second_application_in_the_same_round_is_told_the_number_of_the_first() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = submitted(person, UUID.randomUUID().toString());

        submit(person, UUID.randomUUID().toString(), person.application())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reason").value("already-applied"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString(number.value())));
    }

    @Test
    void a_clerk_of_another_district_does_not_even_learn_that_the_case_exists() throws Exception {
        CaseNumber number = submitted(TestPerson.unknown(), UUID.randomUUID().toString());

        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(SignedIn.clerk("310104"))))
                .andExpect(status().isNotFound());
        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.promisedBy").value("2026-12-31"));
        web.perform(get("/api/v1/work-items").param("number", number.value()).with(SignedIn.as(CLERK)))
                .andExpect(jsonPath("$.items[0].number").value(number.value()))
                .andExpect(jsonPath("$.items[0].district").value("310101"));
    }

    @Test
    void an_identity_number_with_a_wrong_check_character_is_named_at_its_field() throws Exception {
        TestPerson person = TestPerson.unknown();
        String wrong = person.idNumber().substring(0, 17) + (person.idNumber().endsWith("1") ? "2" : "1");

        submit(person, UUID.randomUUID().toString(), person.application().put("idNumber", wrong))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/data/idNumber"));
    }

    @Test
    void nobody_applies_with_the_identity_or_the_files_of_another() throws Exception {
        TestPerson person = TestPerson.unknown();
        TestPerson other = TestPerson.unknown();

        submit(person, UUID.randomUUID().toString(), person.application().put("idNumber", other.idNumber()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].rule").value(org.hamcrest.Matchers.hasItem("identity")));
        SubmissionOutcome outcome =
                submissions.submit(filing.submission(person, UUID.randomUUID().toString(), filing.materials(other)));

        assertThat(outcome).isInstanceOf(SubmissionOutcome.Invalid.class);
    }

    @Test
    void an_application_outside_our_competence_is_refused_naming_the_right_organ() throws Exception {
        TestPerson person = TestPerson.unknown();

        submit(person, UUID.randomUUID().toString(), person.application().put("schoolLevel", "senior-secondary"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reason").value("not-competent"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("市教育行政部门")));
    }

    private CaseNumber submitted(TestPerson person, String key) throws Exception {
        JsonNode answer = json.readTree(submit(person, key, person.application())
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString());
        return new CaseNumber(answer.get("number").asText());
    }

    private ResultActions submit(TestPerson person, String key, ObjectNode data) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", data);
        ArrayNode materials = body.putArray("materials");
        filing.materials(person)
                .forEach(m -> materials.addObject().put("key", m.key()).put("file", m.reference()));
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(filing.citizen(person)))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString()));
    }

    private void work(CaseNumber number, Caller.Official official, String completion) throws Exception {
        JsonNode list = json.readTree(web.perform(get("/api/v1/work-items")
                        .param("number", number.value())
                        .with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        String id = list.at("/items/0/id").asText();
        String tag = web.perform(post("/api/v1/work-items/" + id + "/claim").with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        web.perform(post("/api/v1/work-items/" + id + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(completion))
                .andExpect(status().isNoContent());
    }

    private void await(CaseNumber number, CaseStatus status) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (cases.get(number).status() != status) {
            assertThat(System.nanoTime())
                    .as(
                            "waiting for %s, is %s, checks %s",
                            status, cases.get(number).status(), checks.of(number))
                    .isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
