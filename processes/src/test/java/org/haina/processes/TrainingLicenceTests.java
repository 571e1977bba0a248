package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

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

/** 民办培训机构办学许可: every way from the application to an end. */
class TrainingLicenceTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "training-licence";

    /** The way to a licence; a prefix of it leads to each wait state. */
    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false)),
            () -> ENGINE.complete("Task_VisitSite", "fit"),
            () -> ENGINE.complete("Task_ConfirmVisit", "confirmed"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"),
            ENGINE::runJobs,
            () -> ENGINE.message(MessageNames.CERTIFICATE_REGISTERED));

    @BeforeEach
    void the_licence_is_numbered_by_ourselves() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
    }

    @Test
    void a_good_application_is_granted_and_the_licence_delivered() {
        ProcessInstance item = ENGINE.start(ITEM);

        go(WAY.size());

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication",
                        "openChecks",
                        "determineEligibility",
                        "recordDecision",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "closeCase:granted");
    }

    @ParameterizedTest
    @CsvSource({"approve", "reject"})
    void a_refusal_is_the_deciders_and_is_delivered(String opinion) {
        ProcessInstance item = ENGINE.start(ITEM);

        go(WAY.size() - 4);
        ENGINE.complete("Task_ReviewApplication", opinion);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps()).endsWith("recordDecision", "deliverResult", "closeCase:refused");
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        "notRequired, EndEvent_CaseNotRequired, closeCase:notRequired"
    })
    void an_application_that_is_not_accepted_ends_at_once(String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).containsExactly("refuseAcceptance", closing);
    }

    @Test
    void an_application_never_corrected_ends_without_a_decision() {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
        assertThat(ENGINE.steps()).containsExactly("issueOneTimeNotice", "closeCase:correctionTimedOut");
    }

    @Test
    void a_deemed_acceptance_goes_on_to_the_checks() {
        ENGINE.start(ITEM);

        ENGINE.message(MessageNames.NOTICE_EXPIRED);

        assertThat(ENGINE.steps()).containsExactly("deemAccepted", "openChecks");
        assertThat(ENGINE.waitsFor(MessageNames.CHECKS_SETTLED)).isTrue();
    }

    @Test
    void a_visit_that_the_second_officer_disputes_is_put_down_again() {
        ENGINE.start(ITEM);

        go(2);
        ENGINE.complete("Task_VisitSite", "unfit");
        ENGINE.complete("Task_ConfirmVisit", "disputed");
        assertThat(ENGINE.openTasks()).containsExactly("Task_VisitSite");
        ENGINE.complete("Task_VisitSite", "unfit");
        ENGINE.complete("Task_ConfirmVisit", "confirmed");

        assertThat(ENGINE.openTasks()).containsExactly("Task_ReviewApplication");
        assertThat(ENGINE.steps()).containsOnlyOnce("determineEligibility");
    }

    static Stream<List<Runnable>> everyWaitState() {
        return Stream.concat(
                Stream.iterate(0, n -> n < WAY.size(), n -> n + 1).map(n -> WAY.subList(0, n)),
                Stream.of(List.of(() -> ENGINE.complete("Task_AcceptApplication", "correct"))));
    }

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void a_withdrawal_ends_the_case_wherever_it_waits(List<Runnable> before) {
        ProcessInstance item = ENGINE.start(ITEM);
        before.forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.openTasks()).isEmpty();
        assertThat(ENGINE.instances()).isZero();
    }

    private static void go(int steps) {
        WAY.subList(0, steps).forEach(Runnable::run);
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
