package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit information is asked upon a promise and for nothing else; a condition looks at answers or at their beginnings. */
class CheckRulesTests {

    private static final String CHANGE = yaml("institutions/training-licence-change");
    private static final String STANDING =
            "checks:\n  - {register: credit, query: person-standing, onOutage: manual%s}\n";

    @Test
    void items_that_take_promises_ask_upon_them_alone() {
        for (String item : List.of(
                "institutions/training-licence",
                "institutions/training-licence-change",
                "services/teacher-certificate-reissue")) {
            assertThat(ItemDefinition.parse(yaml(item).getBytes(StandardCharsets.UTF_8))
                            .checks())
                    .filteredOn(check -> check.register().equals("credit"))
                    .isNotEmpty()
                    .allMatch(ItemDefinition.Check::isUponPromise);
        }
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            services/school-bus-permit     | ', upon: promise' | checks[0].upon: promise, but nothing may be promised
            services/score-certificate     | ', upon: promise' | checks[0].upon: promise, but an instant item
            services/teacher-qualification | ', upon: promise' | checks[0].register: credit information is never asked under teacher-regulation
            services/teacher-qualification | ''                | checks[0].upon: promise, for nothing else
            institutions/training-licence  | ''                | checks[0].upon: promise, for nothing else
            services/teacher-certificate-reissue | ', upon: promise, compare: {severe: name}' | checks[0].compare
            """)
    void credit_is_asked_nowhere_else(String item, String more, String problem) {
        String asking = yaml(item)
                .replaceFirst("(?m)^  - register: credit\\n(    .*\\n)+", "")
                .replaceFirst("(?m)^checks: \\[\\]$", "checks:")
                .replaceFirst("(?m)^checks:\\n", STANDING.formatted(more));

        assertThat(problems(asking)).anyMatch(found -> found.startsWith(problem));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            startsWith: ["9"] | startsWith: []                | checks[0].when: either
            startsWith: ["9"] | in: [a], startsWith: ["9"]    | checks[0].when: either
            startsWith: ["9"] | startWith: ["9"]              | checks[0].when
            """)
    void a_condition_looks_at_one_of_both(String before, String after, String problem) {
        assertThat(CHANGE).contains(before);

        assertThat(problems(CHANGE.replace(before, after))).anyMatch(found -> found.startsWith(problem));
    }

    @ParameterizedTest
    @CsvSource({"91319999MA1FT0043X, false", "52319999MJ1FT0054K, true", "'', false"})
    void a_beginning_is_a_beginning(String answer, boolean holds) {
        assertThat(new AnswerCondition("uscc", null, List.of("5")).holds(answer))
                .isEqualTo(holds);
    }

    private static List<String> problems(String yaml) {
        try {
            ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (InvalidItemException e) {
            return e.problems();
        }
    }

    private static String yaml(String item) {
        return new String(Artefacts.bytes(item + "/item.yaml"), StandardCharsets.UTF_8);
    }
}
