package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.journey.LaterPaperCases.PAPER;
import static org.haina.service.journey.LaterPaperCases.TITLE;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A secondary paper promised for later and supplied by program. */
@ServiceTest
class LaterPapersApiTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    LaterPaperCases later;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    private TestPerson person;
    private Caller.Citizen citizen;

    @BeforeEach
    void somebody_sets_up_a_school() {
        person = later.organiser();
        citizen = filing.citizen(person);
    }

    @Test
    void who_is_asked_for_it_again_is_told_so_with_the_last_day_and_reads_the_reason_when_signed_in() throws Exception {
        CaseNumber number = later.accepted(person);
        later.supply(number, person);
        later.check(number, "REJECTED", "缺少财会人员王样本的证书");

        TestDesk.await("the message about " + number, () -> told(number).isPresent());
        assertThat(told(number).orElseThrow())
                .contains(person.idNumber(), "请重新补交材料", TITLE, "2026年12月14日")
                .doesNotContain("王样本");
    }

    private Optional<String> told(CaseNumber number) {
        return SandboxAuthorities.effects(sandbox, "citizen-cloud", "message").stream()
                .map(JsonNode::toString)
                .filter(body -> body.contains(number.value()))
                .findFirst();
    }

    @Test
    void a_paper_is_promised_listed_and_supplied_once() throws Exception {
        CaseNumber number = filed();
        list(number).andExpect(jsonPath("$.items").isEmpty());
        TestDesk desk = new TestDesk(web, json, filing, cases);
        desk.work(number, LaterPaperCases.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);

        list(number)
                .andExpect(jsonPath("$.items[0].title").value(TITLE))
                .andExpect(jsonPath("$.items[0].state").value("OWED"))
                .andExpect(jsonPath("$.items[0].due").value("2026-12-14"));
        TestPerson stranger = later.organiser();
        supply(number, PAPER, filing.uploadPdf(filing.citizen(stranger), "staff"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        supply(number, PAPER, filing.upload(citizen, "staff"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("pdf")));
        supply(number, "charter", filing.uploadPdf(citizen, "charter")).andExpect(status().isNotFound());

        supply(number, PAPER, filing.uploadPdf(citizen, "staff")).andExpect(status().isNoContent());
        list(number).andExpect(jsonPath("$.items[0].state").value("SUPPLIED"));
        supply(number, PAPER, filing.uploadPdf(citizen, "staff"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("已经收到，不用再交")));
        later.check(number, "SETTLED", "");
        list(number)
                .andExpect(jsonPath("$.items[0].state").value("SETTLED"))
                .andExpect(jsonPath("$.items[0].due").doesNotExist());
    }

    @Test
    void other_words_or_a_main_paper_cannot_be_promised_for_later() throws Exception {
        apply(request(PAPER, "0".repeat(64)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/materials/staff"))
                .andExpect(jsonPath("$.errors[0].rule").value("deferral"));
        ObjectNode charter = request(PAPER, later.text().hash());
        charter.withArray("materials").forEach(piece -> {
            if (piece.path("key").asText().equals("charter")) {
                ((ObjectNode) piece).put("deferral", later.text().hash()).remove("file");
            }
        });
        apply(charter)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("不能稍后补交")));
    }

    private CaseNumber filed() throws Exception {
        return new CaseNumber(json.readTree(apply(request(PAPER, later.text().hash()))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("number")
                .asText());
    }

    private ObjectNode request(String deferred, String hash) {
        ObjectNode request = json.createObjectNode().put("item", LaterPaperCases.ITEM.value());
        request.set("data", later.answers(person));
        for (SuppliedMaterial piece : later.mainPapers(person)) {
            request.withArray("materials").addObject().put("key", piece.key()).put("file", piece.reference());
        }
        request.withArray("materials").addObject().put("key", deferred).put("deferral", hash);
        return request;
    }

    private ResultActions apply(ObjectNode request) throws Exception {
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(citizen))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request.toString()));
    }

    private ResultActions list(CaseNumber number) throws Exception {
        return web.perform(get("/api/v1/cases/" + number + "/deferred-papers").with(SignedIn.as(citizen)));
    }

    private ResultActions supply(CaseNumber number, String material, String file) throws Exception {
        return web.perform(post("/api/v1/cases/" + number + "/deferred-papers")
                .with(SignedIn.as(citizen))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.createObjectNode()
                        .put("material", material)
                        .put("file", file)
                        .toString()));
    }
}
