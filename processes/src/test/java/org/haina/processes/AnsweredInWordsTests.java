package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No certificate is issued: accepted, examined, decided in writing. */
class AnsweredInWordsTests {
    private static final String DEFERRAL = "enrolment-deferral";
    private static final String DISCLOSURE = "information-disclosure";

    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"));

    @ParameterizedTest
    @CsvSource({
        DEFERRAL + ", granted, EndEvent_CaseGranted, closeCase:granted",
        DEFERRAL + ", refused, EndEvent_CaseRefused, closeCase:refused",
        DISCLOSURE + ", granted, EndEvent_CaseGranted, closeCase:granted",
        DISCLOSURE + ", refused, EndEvent_CaseRefused, closeCase:refused"
    })
    void the_written_decision_is_delivered_and_the_case_closed(String key, String outcome, String end, String closing) {
        ProcessInstance item = ENGINE.start(key);

        WAY.subList(0, 2).forEach(Runnable::run);
        ENGINE.complete("Task_DecideApplication", outcome);

        assertEnded(item, end);
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication", "determineEligibility", "recordDecision", "deliverResult", closing);
    }

    @ParameterizedTest
    @CsvSource({
        DEFERRAL + ", refuse, EndEvent_CaseNotAccepted",
        DEFERRAL + ", notRequired, EndEvent_CaseNotRequired",
        DISCLOSURE + ", refuse, EndEvent_CaseNotAccepted",
        DISCLOSURE + ", notRequired, EndEvent_CaseNotRequired"
    })
    void what_is_not_accepted_ends_at_once(String key, String said, String end) {
        ProcessInstance item = ENGINE.start(key);

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFERRAL, DISCLOSURE})
    void an_application_never_completed_ends(String key) {
        ProcessInstance item = ENGINE.start(key);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    @ParameterizedTest
    @CsvSource({
        DEFERRAL + ", 0",
        DEFERRAL + ", 1",
        DEFERRAL + ", 2",
        DISCLOSURE + ", 0",
        DISCLOSURE + ", 1",
        DISCLOSURE + ", 2"
    })
    void a_withdrawal_ends_the_case_wherever_it_waits(String key, int before) {
        ProcessInstance item = ENGINE.start(key);
        WAY.subList(0, before).forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
