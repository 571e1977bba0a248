package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No register is asked and no certificate is issued: registered, examined, answered. */
class InformationDisclosureTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"));

    @ParameterizedTest
    @CsvSource({"granted, EndEvent_CaseGranted, closeCase:granted", "refused, EndEvent_CaseRefused, closeCase:refused"})
    void the_answer_is_delivered_and_the_case_closed(String outcome, String end, String closing) {
        ProcessInstance item = ENGINE.start("information-disclosure");

        WAY.subList(0, 2).forEach(Runnable::run);
        ENGINE.complete("Task_DecideApplication", outcome);

        assertEnded(item, end);
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication", "determineEligibility", "recordDecision", "deliverResult", closing);
    }

    @ParameterizedTest
    @CsvSource({"refuse, EndEvent_CaseNotAccepted", "notRequired, EndEvent_CaseNotRequired"})
    void what_is_not_registered_ends_at_once(String said, String end) {
        ProcessInstance item = ENGINE.start("information-disclosure");

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
    }

    @Test
    void a_request_never_made_clear_counts_as_given_up() {
        ProcessInstance item = ENGINE.start("information-disclosure");

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_withdrawal_ends_the_case_wherever_it_waits(int before) {
        ProcessInstance item = ENGINE.start("information-disclosure");
        WAY.subList(0, before).forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
