package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs from {@link EligibilityDecisionTests}: diplomas and the skill of practice instructors. */
class SeniorEligibilityDecisionTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
    @CsvSource({
        "senior-secondary, senior-secondary, 数学, 本科, ",
        "senior-secondary, senior-secondary, 数学, 硕士研究生, ",
        "senior-secondary, senior-secondary, 数学, 专科, diplomaTooLow bars",
        "vocational, vocational, 数学, 专科, diplomaTooLow bars",
        "vocational, vocational, 数学, 本科, ",
        "vocational-practice, vocational-practice, 数学, 中专, skillToCheck asks",
        "vocational-practice, vocational-practice, 数学, 高中, diplomaTooLow bars;skillToCheck asks",
        "senior-secondary, junior-secondary, 数学, 本科, certificateForOtherLevel bars",
        "senior-secondary, senior-secondary, 物理, 本科, certificateForOtherSubject asks",
        "senior-secondary, senior-secondary, 数学, , diplomaMissing asks"
    })
    void the_table_of_examples_holds(
            String level, String certificateLevel, String certificateSubject, String diploma, String expected) {
        Map<String, Object> facts = new HashMap<>(Map.ofEntries(
                Map.entry("chineseCitizen", true),
                Map.entry("route", "exam"),
                Map.entry("subject", "数学"),
                Map.entry("certificateIssuedOn", "2025-12-15"),
                Map.entry("filedOn", "2026-11-23"),
                Map.entry("mandarinGrade", "二级乙等"),
                Map.entry("medicalConclusion", "合格"),
                Map.entry("criminalRecord", "clear"),
                Map.entry("ageMonths", 330),
                Map.entry("ageLimitMonths", 696)));
        facts.put("schoolLevel", level);
        facts.put("certificateSchoolLevel", certificateLevel);
        facts.put("certificateSubject", certificateSubject);
        facts.put("diplomaLevel", diploma);

        List<String> reasons = ENGINE.decide("teacher-qualification-senior-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
    }
}
