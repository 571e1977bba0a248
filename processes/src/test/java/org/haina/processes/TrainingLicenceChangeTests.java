package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingLicenceChangeTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "training-licence-change";

    private static final List<Runnable> ORDINARY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false)),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"),
            ENGINE::runJobs,
            () -> ENGINE.message(MessageNames.CERTIFICATE_REGISTERED));

    @Test
    void a_promise_is_decided_upon_at_once_and_looked_into_later() {
        ProcessInstance item = started(true);

        ENGINE.complete("Task_AcceptApplication", "accept");
        ENGINE.complete("Task_DecideApplication", "granted");
        ENGINE.runJobs();
        ENGINE.message(MessageNames.CERTIFICATE_REGISTERED);

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication",
                        "proposeOnCommitment",
                        "recordDecision",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "openLaterCheck",
                        "closeCase:granted");
    }

    @Test
    void without_a_promise_registers_are_asked_and_a_reviewer_says_what_he_thinks() {
        ProcessInstance item = started(false);

        ORDINARY.forEach(Runnable::run);

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .startsWith(
                        "acceptApplication",
                        "proposeOnCommitment",
                        "openChecks",
                        "determineEligibility",
                        "recordDecision");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void what_is_refused_is_not_looked_into_later(boolean promised) {
        ProcessInstance item = started(promised);

        ORDINARY.subList(0, promised ? 1 : 3).forEach(Runnable::run);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps())
                .endsWith("deliverResult", "closeCase:refused")
                .doesNotContain("openLaterCheck");
    }

    @ParameterizedTest
    @CsvSource({"refuse, EndEvent_CaseNotAccepted", "notRequired, EndEvent_CaseNotRequired"})
    void what_is_not_accepted_ends_at_once_with_or_without_a_promise(String said, String end) {
        ProcessInstance item = started(true);

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).doesNotContain("proposeOnCommitment");
    }

    @Test
    void what_is_never_corrected_ends_without_a_decision() {
        ProcessInstance item = started(false);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    static Stream<Integer> everyWaitState() {
        return Stream.iterate(0, n -> n < ORDINARY.size(), n -> n + 1);
    }

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void a_withdrawal_ends_the_case_wherever_it_waits(int steps) {
        ProcessInstance item = started(false);
        ORDINARY.subList(0, steps).forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.instances()).isZero();
    }

    @Test
    void a_withdrawal_ends_what_was_promised_and_waits_for_the_decider() {
        ProcessInstance item = started(true);
        ENGINE.complete("Task_AcceptApplication", "accept");

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
    @CsvSource({
        "organisation, match, 存续, , ",
        "organisation, not-found, , , organiserUnknown asks",
        "organisation, , , , registrySilent asks",
        "organisation, match, 吊销, , organiserNotActive bars",
        "organisation, found, valid, , ",
        "organisation, found, expired, , organiserExpired asks",
        "organisation, found, withdrawn, , organiserNotActive bars",
        "person, , , match, ",
        "person, , , differs, identityDoubtful asks",
        "person, , , , identitySilent asks"
    })
    void the_table_of_examples_holds(String kind, String enterprise, String status, String identity, String expected) {
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

    private static ProcessInstance started(boolean promised) {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
        ENGINE.finds(StepNames.PROPOSE_ON_COMMITMENT, Map.of(VariableNames.PROMISED, promised));
        return ENGINE.start(ITEM);
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
