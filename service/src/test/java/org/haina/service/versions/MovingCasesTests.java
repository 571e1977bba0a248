package org.haina.service.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Authoring;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.versions.ItemMove.One;
import org.haina.service.workflow.PassedActivity;
import org.haina.service.workflow.Workflow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Open cases go on by another version of their item, or stay with theirs and say why. */
@ServiceTest
class MovingCasesTests {

    private static final String QUESTIONS = "consultation";
    private static final String FILINGS = "recruitment-notice-filing";
    private static final String ANSWERING = "processes/phases/answering.bpmn";
    private static final String ANSWERED = "{\"outcome\":\"answered\",\"opinion\":\"可以。\"}";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationContext context;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    Filing filing;

    @Autowired
    Workflow workflow;

    @Autowired
    ItemMoves moves;

    @Autowired
    MoveSweep sweep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    @TempDir
    Path folder;

    private Authoring author;
    private TestDesk desk;
    private TestPerson person;

    @BeforeEach
    void an_author() throws Exception {
        author = new Authoring(context, folder);
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        // Each test moves the cases of a version of its own.
        author.published("services", QUESTIONS);
    }

    @AfterEach
    void what_was_offered_is_offered_again() {
        author.restore();
    }

    @Test
    void while_a_newer_release_starts_beside_this_node_nothing_is_moved_to_what_it_has_retired() throws Exception {
        long own = catalog.current(new ItemKey(FILINGS)).id();
        long newer = author.draft("institutions", FILINGS);
        long other = author.draft("institutions", FILINGS);
        Map<Long, Map<String, Object>> before = Map.of(own, state(own), newer, state(newer));
        try {
            released(own, "RETIRED");
            released(newer, "PUBLISHED");
            TestDesk.await("this node to see it", () -> refusal(other).contains("由新的系统版本接替"));
        } finally {
            List.of(newer, own)
                    .forEach(id -> jdbc.sql("update item_version set state = :state, state_by = :by where id = :id")
                            .param("state", before.get(id).get("state"))
                            .param("by", before.get(id).get("state_by"))
                            .param("id", id)
                            .update());
        }
    }

    private Map<String, Object> state(long version) {
        return jdbc.sql("select state, state_by from item_version where id = :id")
                .param("id", version)
                .query()
                .singleRow();
    }

    private void released(long version, String state) {
        jdbc.sql("update item_version set state = :state, state_by = 'release' where id = :id")
                .param("state", state)
                .param("id", version)
                .update();
    }

    private String refusal(long from) {
        try {
            return "to " + moves.target(from).id();
        } catch (Problem refused) {
            return String.valueOf(refused.getBody().getDetail());
        }
    }

    @Test
    void a_moved_case_passes_the_steps_of_the_new_version_to_its_end() throws Exception {
        long from = catalog.current(new ItemKey(QUESTIONS)).id();
        CaseNumber number = asked("district");
        author.change(ANSWERING, "name=\"答复咨询\"", "name=\"答复和回访\"");
        addedStep();
        long to = author.published("services", QUESTIONS);
        assertThat(cases.get(number).itemVersion()).as("not moved unless asked").isEqualTo(from);
        Document preview = page("/oversight/items/" + from + "/move");
        assertThat(preview.select("tr:contains(" + number + ")").text()).contains("可以改");
        assertThat(task(number)).as("looking changes nothing").isEqualTo("答复咨询");

        String progress = web.perform(post("/oversight/items/" + from + "/move")
                        .param("reason", "回访是新的要求")
                        .with(SignedIn.as(Authoring.PUBLISHER))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        sweep.run();

        assertThat(page(String.valueOf(progress)).select("main").text())
                .contains("已改 1 件，未改 0 件，全部完成。", number.value(), "回访是新的要求", "operator.publishes");
        assertThat(cases.get(number).itemVersion()).isEqualTo(to);
        assertThat(task(number)).isEqualTo("答复和回访");
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .contains("办件改按事项版本 %s 办理（原为 %s），申请内容和办理期限不变".formatted(version(to), version(from)));
        assertThat(audited(number)).isEqualTo(1);
        desk.work(number, TestDesk.CLERK, ANSWERED);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(passed(number)).contains("Task_DeliverAnswer", "Task_DeliverAgain");
        assertThat(processes(number)).as("ended").isZero();
    }

    @Test
    void who_waits_at_a_step_that_is_gone_stays_and_both_run_to_their_ends() throws Exception {
        author.published("institutions", FILINGS);
        long from = catalog.current(new ItemKey(FILINGS)).id();
        CaseNumber early = filed();
        CaseNumber late = filed();
        desk.work(late, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        String folder = "processes/institutions/" + FILINGS + "/";
        author.change(folder + FILINGS + ".bpmn", "Task_Intake", "Task_Receipt")
                .change(folder + "item.yaml", "Task_Intake", "Task_Receipt");
        long to = author.published("institutions", FILINGS);

        List<One> foretold = moves.preview(from, Optional.empty(), 10);
        List<One> happened = moved(from);

        assertThat(happened).containsExactlyInAnyOrderElementsOf(foretold);
        assertThat(why(happened)).containsOnlyKeys(early, late).containsEntry(early, "新版本没有现在的环节“核对备案材料”");
        assertThat(why(happened)).containsEntry(late, "");
        assertThat(cases.get(early).itemVersion()).isEqualTo(from);
        assertThat(cases.get(late).itemVersion()).isEqualTo(to);
        desk.work(early, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        for (CaseNumber number : List.of(early, late)) {
            desk.work(number, TestDesk.CLERK, "{\"outcome\":\"filed\"}");
            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.FILED);
        }
    }

    @Test
    void whoever_was_not_asked_what_the_new_form_requires_stays() throws Exception {
        long from = catalog.current(new ItemKey(QUESTIONS)).id();
        CaseNumber district = asked("district");
        CaseNumber city = asked("city");
        String form = "forms/services/consultation/";
        author.change(form + "apply.schema.json", "\"district\"]", "\"district\", \"callback\"]")
                .change(
                        form + "apply.schema.json",
                        "\"question\": {",
                        "\"callback\": {\"type\": \"string\", \"maxLength\": 20}, \"question\": {")
                .change(
                        form + "apply.layout.json",
                        "\"options\": \"sh-district\"\n        }",
                        """
                        "options": "sh-district"
                                },
                                {
                                  "field": "callback", "widget": "text",
                                  "label": {"zh": "回访的时间", "en": "When to call back"},
                                  "when": {"field": "level", "equals": "city"}
                                }\
                        """)
                .change(form + "samples/valid-city-without-item.json", "{", "{\"callback\": \"上午\",")
                .change(
                        form + "samples/invalid-city-with-district.json",
                        "\"data\": {",
                        "\"data\": {\"callback\": \"上午\",");
        author.published("services", QUESTIONS);

        List<One> foretold = moves.preview(from, Optional.empty(), 10);
        List<One> happened = moved(from);

        assertThat(happened).containsExactlyInAnyOrderElementsOf(foretold);
        assertThat(why(happened)).isEqualTo(Map.of(district, "", city, "新版本还要求“回访的时间”"));
        desk.work(city, SignedIn.official("clerk.city", "310000", org.haina.service.access.Role.CLERK), ANSWERED);
        assertThat(cases.get(city).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void what_was_promised_stays_promised() throws Exception {
        long from = catalog.current(new ItemKey(QUESTIONS)).id();
        CaseNumber number = asked("district");
        author.change("processes/services/consultation/item.yaml", "promised: 3", "promised: 4");
        author.published("services", QUESTIONS);

        assertThat(why(moved(from))).isEqualTo(Map.of(number, "新版本的办理期限不同"));
        assertThat(cases.get(number).itemVersion()).isEqualTo(from);
    }

    @Test
    void a_move_that_was_cut_off_goes_on_and_each_case_is_moved_once_by_two_nodes() throws Exception {
        long from = catalog.current(new ItemKey(QUESTIONS)).id();
        List<CaseNumber> open =
                Stream.generate(() -> asked("district")).limit(6).toList();
        author.change(ANSWERING, "name=\"答复咨询\"", "name=\"答复和回访\"");
        long to = author.published("services", QUESTIONS);
        long move = moves.start(from, Authoring.PUBLISHER, "回访是新的要求");

        sweep.next();
        transaction.executeWithoutResult(dies -> {
            sweep.next();
            dies.setRollbackOnly();
        });
        assertThat(moves.get(move))
                .extracting(ItemMove::moved, ItemMove::pending)
                .containsExactly(1L, 5L);
        assertThat(open.stream().map(cases::get).filter(file -> file.itemVersion() == to))
                .as("what is told is what is")
                .hasSize(1);
        CompletableFuture.allOf(CompletableFuture.runAsync(sweep::run), CompletableFuture.runAsync(sweep::run))
                .join();

        assertThat(moves.get(move))
                .extracting(ItemMove::moved, ItemMove::pending)
                .containsExactly(6L, 0L);
        assertThat(open).allSatisfy(number -> {
            assertThat(cases.get(number)).extracting(CaseFile::itemVersion).isEqualTo(to);
            assertThat(task(number)).isEqualTo("答复和回访");
            assertThat(audited(number)).as("once").isEqualTo(1);
        });
    }

    private void addedStep() throws Exception {
        author.change(
                        ANSWERING,
                        "<bpmn:sequenceFlow id=\"Flow_DeliveryToOutcome\" sourceRef=\"Task_DeliverAnswer\"",
                        """
                        <bpmn:sequenceFlow id="Flow_DeliveryToAgain" sourceRef="Task_DeliverAnswer" targetRef="Task_DeliverAgain" />
                            <bpmn:serviceTask id="Task_DeliverAgain" name="再次送达答复" camunda:delegateExpression="${deliverResult}">
                              <bpmn:documentation>再次送达。</bpmn:documentation>
                              <bpmn:incoming>Flow_DeliveryToAgain</bpmn:incoming>
                              <bpmn:outgoing>Flow_DeliveryToOutcome</bpmn:outgoing>
                            </bpmn:serviceTask>
                            <bpmn:sequenceFlow id="Flow_DeliveryToOutcome" sourceRef="Task_DeliverAgain"\
                        """)
                .change(
                        ANSWERING,
                        "<bpmn:outgoing>Flow_DeliveryToOutcome</bpmn:outgoing>\n"
                                + "    </bpmn:serviceTask>\n"
                                + "    <bpmn:exclusive",
                        "<bpmn:outgoing>Flow_DeliveryToAgain</bpmn:outgoing>\n"
                                + "    </bpmn:serviceTask>\n"
                                + "    <bpmn:exclusive")
                .change(
                        ANSWERING,
                        "<bpmndi:BPMNShape id=\"Task_DeliverAnswer_di\"",
                        """
                        <bpmndi:BPMNShape id="Task_DeliverAgain_di" bpmnElement="Task_DeliverAgain">
                                <dc:Bounds x="400" y="320" width="100" height="80" />
                              </bpmndi:BPMNShape>
                              <bpmndi:BPMNEdge id="Flow_DeliveryToAgain_di" bpmnElement="Flow_DeliveryToAgain">
                                <di:waypoint x="450" y="200" />
                                <di:waypoint x="450" y="320" />
                              </bpmndi:BPMNEdge>
                              <bpmndi:BPMNShape id="Task_DeliverAnswer_di"\
                        """);
    }

    private List<One> moved(long from) {
        long move = moves.start(from, Authoring.PUBLISHER, "试行新的版本");
        sweep.run();
        return moves.cases(move, Optional.empty(), 50);
    }

    private static Map<CaseNumber, String> why(List<One> found) {
        return found.stream().collect(Collectors.toMap(One::number, One::why));
    }

    private CaseNumber asked(String level) {
        ObjectNode question =
                json.createObjectNode().put("question", "持居住证可以在居住地申请吗？").put("level", level);
        if (level.equals("district")) {
            question.put("district", "310101");
        }
        return filing.filed(person, QUESTIONS, question);
    }

    private CaseNumber filed() {
        ObjectNode form = json.createObjectNode()
                .put("district", "310101")
                .put("schoolName", "示例民办进修学校")
                .put("schoolLicence", "教民131999970000011号")
                .put("role", "principal")
                .put("name", person.name())
                .put("phone", "13900000001")
                .put("noticeKind", "brochure")
                .put("noticeTitle", "示例民办进修学校2027年春季招生简章")
                .put("firstUse", "2027-02-15")
                .put("truthDeclared", true);
        form.putArray("publishedBy").add("website");
        Caller.Citizen citizen = filing.citizen(person);
        return filing.filed(
                person,
                FILINGS,
                form,
                List.of(new SuppliedMaterial(
                        "notice", SuppliedMaterial.Source.UPLOAD, filing.uploadPdf(citizen, "招生简章"))));
    }

    private String task(CaseNumber number) {
        return jdbc.sql("select name from work_item where case_number = ? and closed_at is null")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private List<String> passed(CaseNumber number) {
        return workflow.progress(cases.get(number).processInstance().orElseThrow()).stream()
                .map(PassedActivity::activity)
                .toList();
    }

    private int processes(CaseNumber number) {
        return jdbc.sql("select count(*) from act_ru_execution where root_proc_inst_id_ = ?")
                .param(cases.get(number).processInstance().orElseThrow())
                .query(Integer.class)
                .single();
    }

    private int audited(CaseNumber number) {
        return jdbc.sql("select count(*) from audit_entry where case_number = ? and action = 'case.version'"
                        + " and actor = 'operator.publishes'")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private String version(long id) {
        return catalog.version(id).definition().version();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(SignedIn.as(Authoring.PUBLISHER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
