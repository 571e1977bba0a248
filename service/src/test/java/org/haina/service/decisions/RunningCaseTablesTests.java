package org.haina.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class RunningCaseTablesTests {

    private static final String TABLE = "teacher-qualification-eligibility.dmn";
    private static final String NEW_RULE =
            "<rule id=\"Rule_OfTheNewRelease\">" + "<inputEntry><text></text></inputEntry>".repeat(14)
                    + output("newRule") + output("asks") + output("新规则。") + output("新法") + "</rule>";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Catalog catalog;

    @Autowired
    Workflow workflow;

    @Autowired
    Eligibility eligibility;

    @Autowired
    SandboxServer sandbox;

    @AfterEach
    void the_release_is_again_what_it_was() {
        catalog.load();
    }

    @Test
    void a_case_begun_before_a_release_is_weighed_by_the_table_it_began_under() throws Exception {
        CaseNumber before = filing.filed(TestPerson.admitted(sandbox));
        workflow.deploy(releaseWithANewRule());
        CaseNumber after = filing.filed(TestPerson.admitted(sandbox));

        assertThat(reasons(before)).doesNotContain("newRule");
        assertThat(reasons(after)).contains("newRule");
    }

    private List<String> reasons(CaseNumber number) throws Exception {
        TestDesk desk = new TestDesk(web, json, filing, cases);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        return eligibility.of(number).orElseThrow().stream()
                .map(EligibilityReason::reason)
                .toList();
    }

    /** The whole release as it is, with one more rule that always holds. */
    private Map<String, byte[]> releaseWithANewRule() {
        ItemVersion item = catalog.current(new ItemKey("teacher-qualification"));
        Map<String, byte[]> models = new HashMap<>();
        catalog.phases().forEach((path, content) -> models.put(path.substring(path.lastIndexOf('/') + 1), content));
        models.keySet().removeIf(name -> !name.endsWith(".bpmn") && !name.endsWith(".dmn"));
        models.put(item.key() + ".bpmn", item.model());
        String competence = item.key() + "-competence.dmn";
        models.put(competence, item.file("processes", competence).orElseThrow());
        String table = new String(item.file("processes", TABLE).orElseThrow(), StandardCharsets.UTF_8);
        String changed = table.replaceFirst("<rule ", NEW_RULE + "<rule ");
        assertThat(changed).isNotEqualTo(table);
        models.put(TABLE, changed.getBytes(StandardCharsets.UTF_8));
        return models;
    }

    private static String output(String text) {
        return "<outputEntry><text>\"" + text + "\"</text></outputEntry>";
    }
}
