package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionFindingsTests {
    private static final String TABLE = new String(Artefacts.bytes(Artefacts.ELIGIBILITY), StandardCharsets.UTF_8);

    @Test
    void the_table_as_it_is_has_no_finding() {
        assertThat(parse(TABLE).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            <decision id="teacher-qualification-eligibility" | <decision id="eligibility" | teacher-qualification-eligibility | the one decision it is named after
            </decision> | </decision><decision id="other" name="另一张表"/> | teacher-qualification-eligibility | the one decision it is named after
            name="教师资格认定条件" camunda:historyTimeToLive="P3650D" | name="教师资格认定条件" | teacher-qualification-eligibility | historyTimeToLive is missing
            name="教师资格认定条件" camunda:historyTimeToLive="P3650D" camunda:versionTag="1.0.0" | name="教师资格认定条件" camunda:historyTimeToLive="P3650D" | teacher-qualification-eligibility | versionTag is missing
            name="教师资格认定条件" camunda | name="Conditions" camunda | teacher-qualification-eligibility | a Chinese name is missing
            hitPolicy="COLLECT" | ` ` | Table_Eligibility | the hit policy must be stated
            hitPolicy="COLLECT" | hitPolicy="PRIORITY" | Table_Eligibility | the hit policy must be stated
            id="Input_Route" | id="InputClause_1abcdef" | InputClause_1abcdef | the id must be Input_
            <text>route</text> | <text>case.route</text> | Input_Route | a plain variable
            label="取得途径" | ` ` | Input_Route | a Chinese label is missing
            <description>《中华人民共和国教师法》第十条</description> | ` ` | Rule_NotCitizen | names no clause of law
            <text>"notChineseCitizen"</text> | <text></text> | Rule_NotCitizen | an output is empty
            <inputEntry><text>false</text> | <inputEntry expressionLanguage="groovy"><text>false</text> | Rule_NotCitizen | only FEEL is allowed
            id="Rule_NotCitizen" | id="DecisionRule_0abc123" | DecisionRule_0abc123 | the id must be Rule_
            """)
    void a_broken_table_is_found_out(String right, String wrong, String element, String reason) {
        assertThat(TABLE).contains(right);

        assertThat(parse(TABLE.replace(right, wrong)).findings()).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void the_facts_are_what_no_table_of_the_file_gives() {
        assertThat(parse(TABLE).facts())
                .containsExactlyInAnyOrder(
                        "chineseCitizen",
                        "schoolLevel",
                        "route",
                        "subject",
                        "certificateIssuedOn",
                        "filedOn",
                        "certificateSchoolLevel",
                        "certificateSubject",
                        "diplomaLevel",
                        "mandarinGrade",
                        "medicalConclusion",
                        "criminalRecord",
                        "ageMonths",
                        "ageLimitMonths");
        assertThat(parse(TABLE).outputs()).containsExactly("reason", "effect", "explanation", "clause");
    }

    @Test
    void what_holds_no_decision_is_refused() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> parse("<definitions/>"))
                .withMessageContaining("holds no decision");
    }

    private static DecisionModel parse(String text) {
        return DecisionModel.parse(Artefacts.ELIGIBILITY, text.getBytes(StandardCharsets.UTF_8));
    }
}
