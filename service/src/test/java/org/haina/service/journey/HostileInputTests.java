package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.catalog.Artefacts;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.uploads.HostileFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What nobody should send: a sentence in Chinese at the right place, nothing half stored, nothing told about the inside. */
@ServiceTest
class HostileInputTests {

    private static final Map<String, byte[]> SHIPPED = Artefacts.read(null);
    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    /** Not what the service prints for cases of earlier tests meanwhile. */
    private static final String UPLOADED =
            "(select id from stored_file where purpose not in ('document', 'certificate')) uploaded";

    /** What a submission writes; what registers and jobs write for earlier cases meanwhile is not counted. */
    private static final List<String> TABLES = List.of(
            "case_file",
            "case_secret",
            "case_material",
            "case_event where actor_kind = 'APPLICANT'",
            "submission",
            "work_item where task_key = 'Task_AcceptApplication'",
            "party",
            UPLOADED,
            UPLOADED + " join file_link on file_id = id",
            "act_hi_procinst where super_process_instance_id_ is null");

    @Autowired
    MockMvc web;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private TestPerson person;
    private PartyId party;
    private Map<String, Long> before;

    static Stream<String> wrongAnswers() {
        return SHIPPED.keySet().stream().filter(path -> path.matches("forms/.+/samples/invalid-[^/]+\\.json"));
    }

    @BeforeEach
    void count() {
        person = TestPerson.unknown();
        party = parties.recordCitizen("111", person.idNumber(), person.name());
        before = rows();
    }

    @AfterEach
    void nothing_is_half_stored() {
        assertThat(rows()).isEqualTo(before);
    }

    /** Markup, SQL, marks that turn the writing, emoji, 10,000 characters, impossible dates, wrong types and the rest. */
    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void a_wrong_answer_is_told_at_its_field(String sample) throws Exception {
        JsonNode wrong = json.readTree(SHIPPED.get(sample));

        JsonNode problem = refused(submit(body(sample.split("/")[2], (ObjectNode) wrong.get("data"))), 422);

        assertThat(problem.path("type").asText()).isEqualTo("/problems/invalid-application");
        List<String> told = new ArrayList<>();
        problem.path("errors").forEach(error -> {
            String pointer = error.path("pointer").asText();
            told.add((pointer.startsWith("/data/") ? pointer.substring(5) : pointer) + " "
                    + error.path("rule").asText());
            assertThat(error.path("message").asText())
                    .containsPattern("\\p{IsHan}")
                    .hasSizeLessThan(120);
        });
        // A date in Chinese writing is understood.
        wrong.path("expect").forEach(e -> {
            String pointer = e.path("pointer").asText();
            if (!wrong.get("data").at(pointer).asText().matches("\\d{4}年\\d{1,2}月\\d{1,2}日")) {
                assertThat(told).contains(pointer + " " + e.path("rule").asText());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"application\"",
                "{\"item\":\"teacher-qualification\",\"data\":[]}",
                "{\"item\":\"teacher-qualification\",\"data\":\"<script>\"}",
                "{\"item\":{},\"data\":{}}",
                "{\"item\":\"teacher-qualification\",\"data\":{},\"status\":\"GRANTED\"}",
                "{\"item\":\"teacher-qualification\",\"data\":{},\"materials\":{\"photo\":1}}",
                "{\"item\":\"teacher-qualification\",\"data\":{}}{}",
                "{\"item\":\"teacher-qualification\",\"data\":{\"name\":\"\\ud83d\"",
            })
    void a_body_of_another_shape_is_refused(String body) throws Exception {
        refused(submit(body), 400);
    }

    @Test
    void a_material_that_is_nothing_is_told_in_chinese_at_its_place() throws Exception {
        JsonNode problem =
                refused(submit("{\"item\":\"teacher-qualification\",\"data\":{},\"materials\":[null]}"), 422);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/materials/0");
        assertThat(problem.at("/errors/0/message").asText()).isEqualTo("必须填写");
    }

    @Test
    void a_body_nested_beyond_reason_is_refused() throws Exception {
        refused(
                submit("{\"item\":\"teacher-qualification\",\"data\":" + "{\"a\":".repeat(5_000) + "1"
                        + "}".repeat(5_001)),
                400);
    }

    @Test
    void an_item_that_does_not_exist_is_said_not_to() throws Exception {
        for (String item : List.of("no-such-item", "../../etc/passwd", "教师", "x' or '1'='1")) {
            refused(
                    submit(json.createObjectNode()
                            .put("item", item)
                            .<ObjectNode>set("data", json.createObjectNode())
                            .toString()),
                    404);
        }
        refused(
                submit(json.createObjectNode()
                        .put("item", "长".repeat(10_000))
                        .<ObjectNode>set("data", json.createObjectNode())
                        .toString()),
                422);
    }

    @Test
    void a_submission_without_a_usable_key_is_refused() throws Exception {
        MockHttpServletRequestBuilder request = post("/api/v1/cases")
                .with(SignedIn.as(SignedIn.citizen(party)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body("teacher-qualification", person.application()));

        JsonNode problem = refused(perform(request), 400);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/idempotency-key-missing");
        assertThat(problem.path("title").asText()).isEqualTo("缺少 Idempotency-Key");
        assertThat(problem.path("correlation").asText()).isNotEmpty();
        refused(perform(request.header("Idempotency-Key", "k".repeat(101))), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000示例", "<script>alert(1)</script>", "张\u202e示例", " "})
    void a_partner_cannot_name_an_applicant_so(String name) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        body.putObject("applicant")
                .put("type", "person")
                .put("name", name)
                .put("idType", "111")
                .put("idNumber", TestPerson.unknown().idNumber());

        refused(submit(new Caller.Machine("partner-demo"), body.toString()), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"319999199002300021", "x'; drop table case_file; --", "<b>31999919900101</b>"})
    void a_partner_cannot_give_an_identifier_that_is_none(String number) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        body.putObject("applicant")
                .put("type", "person")
                .put("name", "张示例")
                .put("idType", "111")
                .put("idNumber", number);

        refused(submit(new Caller.Machine("partner-demo"), body.toString()), 422);
    }

    /** The document tells what an applicant is. */
    @ParameterizedTest
    @ValueSource(strings = {"applicant", "agent"})
    void a_partner_cannot_call_a_person_an_organisation(String who) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        ObjectNode applicant = stated(body.putObject("applicant"), who.equals("applicant") ? "organisation" : "person");
        if (who.equals("agent")) {
            stated(applicant.putObject("agent"), "organisation");
        }

        JsonNode problem = refused(submit(new Caller.Machine("partner-demo"), body.toString()), 422);

        assertThat(problem.at("/errors/0/pointer").asText())
                .isEqualTo(who.equals("applicant") ? "/applicant/type" : "/applicant/agent/type");
    }

    private static ObjectNode stated(ObjectNode party, String type) {
        return party.put("type", type)
                .put("name", "张示例")
                .put("idType", "111")
                .put("idNumber", TestPerson.unknown().idNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HN260000000000000", "1 or 1=1", "' or ''='", "<script>", "..%2f..%2fetc", "%00", "案件"})
    void a_case_number_that_is_none_finds_nothing(String number) throws Exception {
        assertThat(perform(get("/api/v1/cases/{number}", number).with(SignedIn.as(CLERK)))
                        .getStatus())
                .isBetween(400, 404);
        assertThat(perform(get("/api/v1/cases/{number}/timeline", number).with(SignedIn.as(SignedIn.citizen(party))))
                        .getStatus())
                .isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=x",
                "after=2026-99-99_1",
                "after=_",
                "item=Not An Item",
                "tab=THEIRS",
                "limit=0",
                "limit=1000000",
                "limit=many",
            })
    void a_list_is_not_asked_for_so(String query) throws Exception {
        refused(perform(get("/api/v1/work-items?" + query).with(SignedIn.as(CLERK))), 400, 404, 422);
    }

    @Test
    void sql_in_a_search_finds_nothing() throws Exception {
        MockHttpServletResponse answer = perform(
                get("/api/v1/work-items").param("number", "%' or '1'='1").with(SignedIn.as(CLERK)));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_task_that_is_none_cannot_be_completed() throws Exception {
        for (String id : List.of("x", "' or ''='", UUID.randomUUID().toString())) {
            refused(
                    perform(post("/api/v1/work-items/{id}/complete", id)
                            .with(SignedIn.as(CLERK))
                            .header("If-Match", "\"0\"")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"outcome\":\"accept\"}")),
                    404);
        }
        JsonNode problem = refused(
                perform(post("/api/v1/work-items/x/complete")
                        .with(SignedIn.as(CLERK))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"accept\"}")),
                404,
                428);
        assertThat(problem.path("type").asText()).isIn("/problems/not-found", "/problems/version-missing");
    }

    @Test
    void a_file_that_is_not_what_it_says_is_refused() throws Exception {
        refused(upload("photo.jpg", HostileFiles.pdf()), 422);
        refused(upload("diploma.pdf", HostileFiles.png()), 422);
        refused(upload("photo.png", "MZ\u0090 this program".getBytes(StandardCharsets.ISO_8859_1)), 422);
        refused(upload("page.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)), 422);
        refused(upload("empty.pdf", new byte[0]), 422);
        refused(upload("large.pdf", new byte[21 << 20]), 413);
    }

    private MockHttpServletResponse upload(String name, byte[] content) throws Exception {
        return perform(multipart("/api/v1/files")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(SignedIn.as(SignedIn.citizen(party))));
    }

    private String body(String item, ObjectNode data) {
        ObjectNode body = json.createObjectNode().put("item", item);
        body.set("data", data);
        body.putArray("materials");
        return body.toString();
    }

    private MockHttpServletResponse submit(String body) throws Exception {
        return submit(SignedIn.citizen(party), body);
    }

    private MockHttpServletResponse submit(Caller caller, String body) throws Exception {
        return perform(post("/api/v1/cases")
                .with(SignedIn.as(caller))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private JsonNode refused(MockHttpServletResponse answer, Integer... statuses) throws IOException {
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isIn((Object[]) statuses);
        JsonNode problem = json.readTree(text);
        assertThat(answer.getContentType()).contains("problem+json");
        assertThat(problem.path("detail").asText()).containsPattern("\\p{IsHan}");
        assertThat(text)
                .doesNotContain("Exception", "org.haina", "org.spring", "java.", "com.fasterxml", "\tat ", "SQL");
        return problem;
    }

    private Map<String, Long> rows() {
        Map<String, Long> counts = new TreeMap<>();
        TABLES.forEach(table -> counts.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return counts;
    }
}
