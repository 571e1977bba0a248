package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityDecisionTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    /** A primary school teacher of mathematics by the exam route; everything in order. */
    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("chineseCitizen", true),
            Map.entry("schoolLevel", "primary"),
            Map.entry("route", "exam"),
            Map.entry("subject", "数学"),
            Map.entry("certificateIssuedOn", "2025-12-15"),
            Map.entry("filedOn", "2026-11-23"),
            Map.entry("certificateSchoolLevel", "primary"),
            Map.entry("certificateSubject", "数学"),
            Map.entry("diplomaLevel", "本科"),
            Map.entry("mandarinGrade", "二级乙等"),
            Map.entry("medicalConclusion", "合格"),
            Map.entry("criminalRecord", "clear"),
            Map.entry("sex", "2"),
            Map.entry("birthMonth", 199905),
            Map.entry("ageMonths", 330));

    @Test
    void an_applicant_with_everything_in_order_is_eligible() {
        assertThat(reasons(GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            chineseCitizen=false                                            | notChineseCitizen bars
            schoolLevel=kindergarten certificateSchoolLevel=kindergarten subject= certificateSubject=幼儿园 |
            schoolLevel=kindergarten certificateSchoolLevel=kindergarten subject= mandarinGrade=三级甲等 | mandarinTooLow bars
            schoolLevel=junior-secondary certificateSchoolLevel=junior-secondary |
            route=friendship                                                | routeNotAdmitted bars
            route=normal-student                                            |
            route=former-normal certificateIssuedOn= certificateSchoolLevel= certificateSubject= | formerNormalRoute asks
            certificateIssuedOn=2023-11-23                                  |
            certificateIssuedOn=2023-11-22                                  | certificateExpired bars
            route=normal-student certificateIssuedOn=2023-11-22             | certificateExpired bars
            certificateIssuedOn=2024-02-29 filedOn=2027-02-28               |
            certificateIssuedOn=2024-02-29 filedOn=2027-03-01               | certificateExpired bars
            certificateIssuedOn=2026-11-24                                  | certificateIssuedLater asks
            certificateSchoolLevel=kindergarten                             | certificateForOtherLevel bars
            certificateSubject=语文                                          | certificateForOtherSubject asks
            diplomaLevel=专科                                                |
            diplomaLevel=中等师范                                             |
            diplomaLevel=中专                                                | diplomaTooLow bars
            criminalRecord=not-found                                        | criminalRecordUnknown asks
            diplomaLevel=高中                                                | diplomaTooLow bars
            diplomaLevel=幼儿师范                                             | diplomaTooLow bars
            schoolLevel=kindergarten certificateSchoolLevel=kindergarten subject=幼儿园 certificateSubject=幼儿园 diplomaLevel=幼儿师范 |
            schoolLevel=kindergarten certificateSchoolLevel=kindergarten | subjectNotOfLevel bars
            subject=幼儿园 certificateSubject=幼儿园                           | subjectNotOfLevel bars
            schoolLevel=junior-secondary certificateSchoolLevel=junior-secondary diplomaLevel=中等师范 | diplomaTooLow bars
            schoolLevel=junior-secondary certificateSchoolLevel=junior-secondary diplomaLevel=专科 | examDiplomaToWeigh asks
            schoolLevel=junior-secondary certificateSchoolLevel=junior-secondary diplomaLevel=专科 route=normal-student |
            schoolLevel=junior-secondary certificateSchoolLevel=junior-secondary diplomaLevel=博士研究生 |
            mandarinGrade=三级甲等                                            | mandarinTooLow bars
            mandarinGrade=一级乙等                                            |
            subject=语文 certificateSubject=语文                               | mandarinTooLow bars
            subject=语文 certificateSubject=语文 mandarinGrade=二级甲等          |
            medicalConclusion=不合格                                          | medicalFailed bars
            medicalConclusion=待复查                                          | medicalRecheck asks
            criminalRecord=record-found                                     | criminalRecordFound asks
            sex=1 birthMonth=196412 ageMonths=719                           |
            sex=1 birthMonth=196412 ageMonths=720                           | overRetirementAge bars
            sex=1 birthMonth=196501 ageMonths=720                           |
            sex=1 birthMonth=196501 ageMonths=721                           | overRetirementAge bars
            sex=1 birthMonth=196504 ageMonths=721                           | overRetirementAge bars
            sex=1 birthMonth=196505 ageMonths=721                           |
            sex=1 birthMonth=197608 ageMonths=755                           | overRetirementAge bars
            sex=1 birthMonth=197609 ageMonths=755                           |
            sex=1 birthMonth=197609 ageMonths=756                           | overRetirementAge bars
            sex=2 birthMonth=196912 ageMonths=660                           | overRetirementAge bars
            sex=2 birthMonth=197001 ageMonths=660                           |
            sex=2 birthMonth=197001 ageMonths=661                           | overRetirementAge bars
            sex=2 birthMonth=197512 ageMonths=678                           | overRetirementAge bars
            sex=2 birthMonth=197601 ageMonths=678                           |
            sex=2 birthMonth=198109 ageMonths=696                           | overRetirementAge bars
            sex=9                                                           | ageUnknown asks
            """)
    void the_table_of_examples_holds(String changes, String expected) {
        assertThat(reasons(with(changes))).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCitizen, citizenshipUnknown",
        "schoolLevel, schoolLevelUnknown",
        "route, routeUnknown",
        "certificateIssuedOn, certificateMissing",
        "filedOn, filingDayUnknown",
        "diplomaLevel, diplomaMissing",
        "mandarinGrade, mandarinMissing",
        "medicalConclusion, medicalMissing",
        "criminalRecord, criminalRecordUnknown",
        "ageMonths, ageUnknown",
        "birthMonth, ageUnknown",
        "sex, ageUnknown"
    })
    void a_fact_that_is_missing_asks_a_person_and_bars_nobody(String fact, String reason) {
        assertThat(reasons(with(fact + "="))).containsExactly(reason + " asks");
    }

    @Test
    void several_reasons_are_told_together() {
        assertThat(reasons(with("diplomaLevel=高中 mandarinGrade=三级甲等 medicalConclusion=不合格")))
                .containsExactly("diplomaTooLow bars", "mandarinTooLow bars", "medicalFailed bars");
    }

    @Test
    void without_any_fact_a_person_is_asked_and_nothing_bars() {
        assertThat(reasons(Map.of())).isNotEmpty().allMatch(reason -> reason.endsWith(" asks"));
    }

    private static Map<String, Object> with(String changes) {
        Map<String, Object> facts = new HashMap<>(GOOD);
        for (String change : changes.strip().split(" ")) {
            String fact = change.substring(0, change.indexOf('='));
            String value = change.substring(change.indexOf('=') + 1);
            facts.put(fact, value.isEmpty() ? null : typed(GOOD.get(fact), value));
        }
        return facts;
    }

    private static Object typed(Object example, String value) {
        if (example instanceof Integer) {
            return Integer.valueOf(value);
        }
        return example instanceof Boolean ? Boolean.valueOf(value) : value;
    }

    private static List<String> reasons(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("ageLimitMonths", null);
        ENGINE.decide("retirement-age", facts).forEach(all::putAll);
        return ENGINE.decide("teacher-qualification-eligibility", all).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();
    }
}
