package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No certificate is issued: accepted, examined, decided in writing. */
class EnrolmentDeferralTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"));

    @ParameterizedTest
    @CsvSource({"granted, EndEvent_CaseGranted, closeCase:granted", "refused, EndEvent_CaseRefused, closeCase:refused"})
    void the_written_decision_is_delivered_and_the_case_closed(String outcome, String end, String closing) {
        ProcessInstance item = ENGINE.start("enrolment-deferral");

        WAY.subList(0, 2).forEach(Runnable::run);
        ENGINE.complete("Task_DecideApplication", outcome);

        assertEnded(item, end);
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication", "determineEligibility", "recordDecision", "deliverResult", closing);
    }

    @ParameterizedTest
    @CsvSource({"refuse, EndEvent_CaseNotAccepted", "notRequired, EndEvent_CaseNotRequired"})
    void what_is_not_accepted_ends_at_once(String said, String end) {
        ProcessInstance item = ENGINE.start("enrolment-deferral");

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
    }

    @Test
    void an_application_never_completed_ends() {
        ProcessInstance item = ENGINE.start("enrolment-deferral");

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_withdrawal_ends_the_case_wherever_it_waits(int before) {
        ProcessInstance item = ENGINE.start("enrolment-deferral");
        WAY.subList(0, before).forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
    }

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

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
