package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlingRulesTests {

    private static final String BUS =
            new String(Artefacts.bytes("services/school-bus-permit/item.yaml"), StandardCharsets.UTF_8);

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            visits: 0             | visits: 10                                  | handling.visits: 10
            visits: 0             | visits: 1                                   | handling.visitReason: given exactly
            visits: 0             | {visits: 0, visitReason: why}               | handling.visitReason: given exactly
            visits: 0             | {visits: 1, visitReason: ' '}               | handling.visitReason: says nothing
            channels: [web, mobile, counter] | channels: [counter]              | handling.visits: nobody need come
            kind: certificate}    | kind: document}                             | handling.result.kind: certificate exactly
            name: 校车标牌        | name: ' '                                   | handling.result.name
            Task_AskTransport, days | Task_AskPolice, days                      | handling.steps: the same
            Task_AskPolice, days: 3 | Task AskPolice, days: 3                   | handling.steps.step
            Task_AskPolice, days: 3 | Task_AskPolice, days: -1                  | handling.steps.days
            """)
    void what_does_not_agree_is_named(String before, String after, String problem) {
        String replacement =
                after.startsWith("{") ? after.replaceAll("[{}]", "").replace(", ", "\n  ") : after;
        assertThat(BUS).contains(before);
        assertThat(problems(BUS)).isEmpty();

        assertThat(problems(BUS.replace(before, replacement))).anyMatch(one -> one.startsWith(problem));
    }

    @ParameterizedTest
    @CsvSource({"学校批复, document, 批复", "学校公文, approval, 文", "学生证, document, 证"})
    void the_name_of_a_result_says_how_a_case_ends(String name, String kind, String ending) {
        String yaml = BUS.replace("name: 校车标牌, kind: certificate", "name: " + name + ", kind: " + kind);

        assertThat(problems(yaml))
                .anyMatch(one -> one.startsWith("handling.result.kind: what is called …" + ending + " ends as"));
    }

    @Test
    void of_steps_side_by_side_the_longest_counts() {
        ProcessModel model = ProcessModel.parse(
                "school-bus-permit.bpmn", Artefacts.bytes("services/school-bus-permit/school-bus-permit.bpmn"));

        assertThat(model.days(step -> switch (step) {
                    case "Task_Intake", "Task_Review" -> 1;
                    case "Task_AskPolice" -> 3;
                    case "Task_AskTransport" -> 5;
                    default -> 0;
                }))
                .isEqualTo(7);
        assertThat(model.called("Task_AskPolice")).hasValue("opinion");
        assertThat(model.called("Gateway_Nowhere")).isEmpty();
    }

    private static List<String> problems(String yaml) {
        try {
            ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (InvalidItemException e) {
            return e.problems();
        }
    }
}
