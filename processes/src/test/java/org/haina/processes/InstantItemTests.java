package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that the registers decide alone, and people where they leave a question. */
class InstantItemTests {
    private static final String SCORE = "score-certificate";
    private static final String RENEWAL = "training-licence-renewal";

    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @BeforeEach
    void no_other_organ_numbers_the_certificate() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCORE, RENEWAL})
    void a_clear_answer_grants_and_no_task_was_ever_open(String key) {
        ProcessInstance item = ENGINE.start(key);
        assertThat(ENGINE.openTasks()).isEmpty();

        settled(true, false);
        assertThat(ENGINE.openTasks()).isEmpty();
        issued();

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsExactly(
                        "askRegisters",
                        "weighAnswers",
                        "acceptInstantly",
                        "grantInstantly",
                        "recordDecision",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "closeCase:granted");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCORE, RENEWAL})
    void a_corrected_application_is_asked_for_again_and_granted_without_reviewer_and_decider(String key) {
        ProcessInstance item = ENGINE.start(key);

        settled(false, false);
        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_ANSWERED);
        ENGINE.complete("Task_AcceptApplication", "accept");
        assertThat(ENGINE.openTasks()).isEmpty();
        settled(true, true);
        issued();

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsSubsequence("askRegisters", "acceptApplication", "askRegisters", "grantInstantly");
    }

    @ParameterizedTest
    @CsvSource({SCORE + ", approve", SCORE + ", reject", RENEWAL + ", approve", RENEWAL + ", reject"})
    void what_stays_unclear_is_refused_by_a_person_or_not_at_all(String key, String opinion) {
        ProcessInstance item = ENGINE.start(key);

        contested();
        ENGINE.complete("Task_ReviewApplication", opinion);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps())
                .doesNotContain("grantInstantly")
                .endsWith("recordDecision", "deliverResult", "closeCase:refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCORE, RENEWAL})
    void what_stays_unclear_may_be_granted_by_the_decider(String key) {
        ProcessInstance item = ENGINE.start(key);

        contested();
        ENGINE.complete("Task_ReviewApplication", "approve");
        ENGINE.complete("Task_DecideApplication", "granted");
        issued();

        assertEnded(item, "EndEvent_CaseGranted");
    }

    @ParameterizedTest
    @CsvSource({
        SCORE + ", refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        SCORE + ", notRequired, EndEvent_CaseNotRequired, closeCase:notRequired",
        RENEWAL + ", refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        RENEWAL + ", notRequired, EndEvent_CaseNotRequired, closeCase:notRequired"
    })
    void the_clerk_may_end_what_is_not_ours(String key, String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(key);

        settled(false, false);
        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).endsWith("refuseAcceptance", closing);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCORE, RENEWAL})
    void a_correction_that_never_comes_ends_the_case(String key) {
        ProcessInstance item = ENGINE.start(key);

        settled(false, false);
        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    static Stream<List<Runnable>> everyWaitState() {
        Runnable unclear = () -> settled(false, false);
        Runnable accept = () -> ENGINE.complete("Task_AcceptApplication", "accept");
        Runnable correct = () -> ENGINE.complete("Task_AcceptApplication", "correct");
        Runnable contested = () -> settled(false, true);
        Runnable approve = () -> ENGINE.complete("Task_ReviewApplication", "approve");
        return Stream.of(
                List.of(),
                List.of(unclear),
                List.of(unclear, correct),
                List.of(unclear, accept),
                List.of(unclear, accept, contested),
                List.of(unclear, accept, contested, approve));
    }

    static Stream<Arguments> everyWaitStateOfEach() {
        return Stream.of(SCORE, RENEWAL).flatMap(key -> everyWaitState().map(before -> Arguments.of(key, before)));
    }

    @ParameterizedTest
    @MethodSource("everyWaitStateOfEach")
    void a_withdrawal_ends_the_case_wherever_it_waits(String key, List<Runnable> before) {
        ProcessInstance item = ENGINE.start(key);
        before.forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).endsWith("withdrawApplication", "closeCase:withdrawn");
        assertThat(ENGINE.instances()).isZero();
    }

    private static void contested() {
        settled(false, false);
        ENGINE.complete("Task_AcceptApplication", "accept");
        settled(false, true);
    }

    private static void settled(boolean clear, boolean accepted) {
        ENGINE.finds(StepNames.WEIGH_ANSWERS, Map.of(VariableNames.CLEAR, clear, VariableNames.ACCEPTED, accepted));
        ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, !clear));
    }

    static void issued() {
        ENGINE.runJobs();
        ENGINE.message(MessageNames.CERTIFICATE_REGISTERED);
    }

    static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
