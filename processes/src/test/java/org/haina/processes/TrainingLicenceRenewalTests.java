package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingLicenceRenewalTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "training-licence-renewal";

    @BeforeEach
    void the_number_of_the_licence_is_carried_on() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
    }

    @Test
    void a_clean_licence_is_renewed_and_no_task_was_ever_open() {
        ProcessInstance item = ENGINE.start(ITEM);
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

    @Test
    void a_corrected_application_is_asked_for_again_and_granted_without_reviewer_and_decider() {
        ProcessInstance item = ENGINE.start(ITEM);

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
    @CsvSource({"approve", "reject"})
    void what_stays_unclear_is_refused_by_a_person_or_not_at_all(String opinion) {
        ProcessInstance item = ENGINE.start(ITEM);

        contested();
        ENGINE.complete("Task_ReviewApplication", opinion);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps())
                .doesNotContain("grantInstantly")
                .endsWith("recordDecision", "deliverResult", "closeCase:refused");
    }

    @Test
    void what_stays_unclear_may_be_granted_by_the_decider() {
        ProcessInstance item = ENGINE.start(ITEM);

        contested();
        ENGINE.complete("Task_ReviewApplication", "approve");
        ENGINE.complete("Task_DecideApplication", "granted");
        issued();

        assertEnded(item, "EndEvent_CaseGranted");
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        "notRequired, EndEvent_CaseNotRequired, closeCase:notRequired"
    })
    void the_clerk_may_end_what_is_not_ours(String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(ITEM);

        settled(false, false);
        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).endsWith("refuseAcceptance", closing);
    }

    @Test
    void a_correction_that_never_comes_ends_the_case() {
        ProcessInstance item = ENGINE.start(ITEM);

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

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void a_withdrawal_ends_the_case_wherever_it_waits(List<Runnable> before) {
        ProcessInstance item = ENGINE.start(ITEM);
        before.forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).endsWith("withdrawApplication", "closeCase:withdrawn");
        assertThat(ENGINE.instances()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void an_expiry_before_the_decision_renews_the_licence_wherever_the_case_waits(List<Runnable> before) {
        ProcessInstance item = ENGINE.start(ITEM);
        before.forEach(Runnable::run);

        ENGINE.message(MessageNames.RENEWAL_EXPIRED);
        assertThat(ENGINE.openTasks()).isEmpty();
        issued();

        assertEnded(item, "EndEvent_CaseDeemedRenewed");
        assertThat(ENGINE.steps())
                .endsWith(
                        "deemRenewed",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "closeCase:deemedRenewed");
        assertThat(ENGINE.instances()).isZero();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
    @CsvSource({
        "organisation, match, 存续, , ",
        "organisation, match, valid, , ",
        "organisation, match, expired, , organiserExpired asks",
        "organisation, match, revoked, , organiserNotActive bars",
        "organisation, not-found, , , organiserUnknown asks",
        "organisation, , , , registrySilent asks",
        "organisation, match, 吊销, , organiserNotActive bars",
        "person, , , match, ",
        "person, , , differs, identityDoubtful asks",
        "person, , , , identitySilent asks"
    })
    void only_what_the_registers_confirm_leaves_no_question(
            String kind, String enterprise, String status, String identity, String expected) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organiserKind", kind);
        facts.put("enterprise", enterprise);
        facts.put("enterpriseStatus", status);
        facts.put("identity", identity);

        List<String> reasons = ENGINE.decide(ITEM + "-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
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

    private static void issued() {
        ENGINE.runJobs();
        ENGINE.message(MessageNames.CERTIFICATE_REGISTERED);
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
