package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How its process goes: {@link AnsweredInWordsTests}. */
class EnrolmentDeferralTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} → {5}")
    @CsvSource({
        "suspension, 91, 2026-11-20, 2026-12-01, 2027-06-30, ",
        "suspension, 91, 2026-08-23, 2026-12-01, 2027-12-01, ",
        "deferral, 60, 2026-11-20, 2026-12-01, 2027-06-30, ",
        "deferral, 59, 2026-11-20, 2026-12-01, 2027-06-30, notOfAge asks",
        "suspension, 59, 2026-11-20, 2026-12-01, 2027-06-30, ",
        "suspension, 191, 2026-11-20, 2026-12-01, 2027-06-30, ",
        "suspension, 192, 2026-11-20, 2026-12-01, 2027-06-30, pastSchooling asks",
        "suspension, 91, 2026-08-22, 2026-12-01, 2027-06-30, oldDiagnosis asks",
        "suspension, 91, 2026-11-20, 2026-12-01, 2026-12-01, endsBeforeItStarts asks",
        "suspension, 91, 2026-11-20, 2026-12-01, 2027-12-02, longerThanAYear asks",
        " , , , , , kindUnknown asks;ageUnknown asks;diagnosisUnknown asks;startUnknown asks;endUnknown asks"
    })
    void the_table_of_examples_holds(
            String kind, Integer age, String diagnosed, String starts, String ends, String expected) {
        Map<String, Object> facts = new HashMap<>(Map.of("filedOn", "2026-11-23"));
        facts.put("kind", kind);
        facts.put("ageMonths", age);
        facts.put("diagnosedOn", diagnosed);
        facts.put("startsOn", starts);
        facts.put("endsOn", ends);

        List<String> reasons = ENGINE.decide("enrolment-deferral-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
    }
}
