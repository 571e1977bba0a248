package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest
    @CsvSource({
        "accept, accepted, acceptApplication, EndEvent_ApplicationAccepted",
        "refuse, notAccepted, refuseAcceptance, EndEvent_AcceptanceRefused",
        "notRequired, notRequired, refuseAcceptance, EndEvent_NotRequired"
    })
    void intake_ends_as_the_clerk_says(String said, String outcome, String step, String end) {
        ProcessInstance phase = ENGINE.start("intake");

        assertThat(phase).isWaitingAt("Task_AcceptApplication").task().hasCandidateGroup("clerk");
        ENGINE.complete("Task_AcceptApplication", said);

        assertThat(phase).isEnded();
        assertEnded(phase, outcome, end);
        assertThat(ENGINE.steps()).containsExactly(step);
    }

    @Test
    void an_answered_correction_comes_back_to_the_clerk() {
        ProcessInstance phase = ENGINE.start("intake");

        ENGINE.complete("Task_AcceptApplication", "correct");
        assertThat(phase).isWaitingFor(MessageNames.CORRECTION_ANSWERED, MessageNames.CORRECTION_EXPIRED);
        ENGINE.message(MessageNames.CORRECTION_ANSWERED);
        assertThat(phase).isWaitingAt("Task_AcceptApplication");
        ENGINE.complete("Task_AcceptApplication", "accept");

        assertEnded(phase, "accepted", "EndEvent_ApplicationAccepted");
        assertThat(ENGINE.steps()).containsExactly("issueOneTimeNotice", "acceptApplication");
    }

    @Test
    void a_correction_that_never_comes_ends_the_intake() {
        ProcessInstance phase = ENGINE.start("intake");

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(phase, "timedOut", "EndEvent_CorrectionTimedOut");
    }

    @Test
    void a_notice_period_that_passes_unused_accepts_by_law() {
        ProcessInstance phase = ENGINE.start("intake");

        ENGINE.message(MessageNames.NOTICE_EXPIRED);

        assertEnded(phase, "accepted", "EndEvent_ApplicationAccepted");
        assertThat(ENGINE.steps()).containsExactly("deemAccepted");
        assertThat(ENGINE.openTasks()).isEmpty();
    }

    @Test
    void the_one_time_notice_ends_the_notice_period() {
        ENGINE.start("intake");

        ENGINE.complete("Task_AcceptApplication", "correct");

        assertThat(ENGINE.waitsFor(MessageNames.NOTICE_EXPIRED)).isFalse();
    }

    @Test
    void checks_all_answered_pass_without_a_person() {
        ProcessInstance phase = ENGINE.start("checks");

        assertThat(phase).isWaitingAt("Task_AwaitChecks");
        ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false));

        assertEnded(phase, "passed", "EndEvent_ChecksPassed");
        assertThat(ENGINE.steps()).containsExactly("openChecks");
    }

    @ParameterizedTest
    @CsvSource({"passed, EndEvent_ChecksPassed", "failed, EndEvent_ChecksFailed"})
    void a_check_made_manual_waits_for_the_reviewer(String said, String end) {
        ProcessInstance phase = ENGINE.start("checks");

        ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, true));
        assertThat(phase).isWaitingAt("Task_CheckManually").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_CheckManually", said);

        assertEnded(phase, said, end);
    }

    @ParameterizedTest
    @CsvSource({"approve, EndEvent_ReviewApproved", "reject, EndEvent_ReviewRejected"})
    void the_reviewer_gives_an_opinion_after_the_conditions_were_compared(String said, String end) {
        ProcessInstance phase = ENGINE.start("review");

        assertThat(ENGINE.steps()).containsExactly("determineEligibility");
        assertThat(phase).isWaitingAt("Task_ReviewApplication").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_ReviewApplication", said);

        assertEnded(phase, said, end);
    }

    @ParameterizedTest
    @CsvSource({"agree, EndEvent_DepartmentAgrees", "object, EndEvent_DepartmentObjects"})
    void a_department_is_asked_and_either_opinion_goes_back(String said, String end) {
        ProcessInstance phase = ENGINE.start("opinion");

        assertThat(ENGINE.steps()).containsExactly("askDepartment");
        assertThat(phase).isWaitingAt("Task_GiveOpinion").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_GiveOpinion", said);

        assertEnded(phase, said, end);
    }

    @ParameterizedTest
    @CsvSource({"granted, EndEvent_DecisionGranted", "refused, EndEvent_DecisionRefused"})
    void the_decision_is_recorded_whatever_it_is(String said, String end) {
        ProcessInstance phase = ENGINE.start("decision");

        assertThat(phase).isWaitingAt("Task_DecideApplication").task().hasCandidateGroup("decider");
        ENGINE.complete("Task_DecideApplication", said);

        assertEnded(phase, said, end);
        assertThat(ENGINE.steps()).containsExactly("recordDecision");
    }

    @ParameterizedTest
    @CsvSource({"filed, EndEvent_RecordFiled", "notFiled, EndEvent_RecordNotFiled"})
    void a_filing_is_recorded_and_delivered_whatever_comes_of_it(String said, String end) {
        ProcessInstance phase = ENGINE.start("filing");

        assertThat(phase).isWaitingAt("Task_FileRecord").task().hasCandidateGroup("clerk");
        ENGINE.complete("Task_FileRecord", said);

        assertEnded(phase, said, end);
        assertThat(ENGINE.steps()).containsExactly("recordFiling", "deliverResult");
    }

    @ParameterizedTest
    @CsvSource({"answered, EndEvent_QuestionAnswered", "passedOn, EndEvent_QuestionPassedOn"})
    void an_answer_is_delivered_whoever_gives_it(String said, String end) {
        ProcessInstance phase = ENGINE.start("answering");

        assertThat(phase).isWaitingAt("Task_AnswerQuestion").task().hasCandidateGroup("clerk");
        ENGINE.complete("Task_AnswerQuestion", said);

        assertEnded(phase, said, end);
        assertThat(ENGINE.steps()).containsExactly("deliverResult");
    }

    @ParameterizedTest
    @CsvSource({"answered, EndEvent_ComplaintAnswered", "passedOn, EndEvent_ComplaintPassedOn"})
    void a_complaint_is_answered_by_who_supervises(String said, String end) {
        ProcessInstance phase = ENGINE.start("complaint-answering");

        assertThat(phase).isWaitingAt("Task_AnswerComplaint").task().hasCandidateGroup("supervisor");
        ENGINE.complete("Task_AnswerComplaint", said);

        assertEnded(phase, said, end);
        assertThat(ENGINE.steps()).containsExactly("deliverResult");
    }

    @Test
    void a_promise_that_is_true_ends_the_later_check_and_takes_nothing_back() {
        ProcessInstance phase = ENGINE.start("later-check");

        assertThat(phase).isWaitingAt("Task_CheckCommitments").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_CheckCommitments", "kept");

        assertEnded(phase, "kept", "EndEvent_CommitmentKept");
        assertThat(ENGINE.steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"annulled, EndEvent_GrantAnnulled, annulGrant", "upheld, EndEvent_GrantUpheld, "})
    void a_promise_that_is_not_goes_to_a_decider_who_may_leave_the_grant(String said, String end, String step) {
        ProcessInstance phase = ENGINE.start("later-check");

        ENGINE.complete("Task_CheckCommitments", "broken");
        assertThat(phase).isWaitingAt("Task_DecideAnnulment").task().hasCandidateGroup("decider");
        ENGINE.complete("Task_DecideAnnulment", said);

        assertEnded(phase, said, end);
        assertThat(String.join("", ENGINE.steps())).isEqualTo(step == null ? "" : step);
    }

    @ParameterizedTest
    @CsvSource({
        "grant-withdrawal, Task_DecideWithdrawal, withdrawn",
        "grant-annulment, Task_DecideGrantAnnulment, annulled",
        "grant-revocation, Task_DecideRevocation, revoked"
    })
    void a_grant_ends_by_a_decider_after_the_holder_was_heard(String act, String decision, String made) {
        ProcessInstance phase = heard(act);
        assertThat(phase).isWaitingAt(decision).task().hasCandidateGroup("decider");
        ENGINE.complete(decision, made);
        assertEnded(phase, made, "EndEvent_GrantEnded");
        assertThat(ENGINE.steps()).containsExactly("recordTermination");

        phase = heard(act);
        ENGINE.complete(decision, "kept");
        assertEnded(phase, "kept", "EndEvent_GrantKept");
        assertThat(ENGINE.steps()).containsExactly("recordTermination");

        phase = ENGINE.start(act);
        ENGINE.complete("Task_HearHolder", "dropped");
        assertEnded(phase, "dropped", "EndEvent_Dropped");
    }

    private static ProcessInstance heard(String act) {
        ProcessInstance phase = ENGINE.start(act);
        assertThat(phase).isWaitingAt("Task_HearHolder").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_HearHolder", "heard");
        if (act.equals("grant-annulment")) {
            ENGINE.complete("Task_ReviewLegality", "lawful");
        }
        return phase;
    }

    @Test
    void what_the_legal_review_finds_unlawful_is_not_decided() {
        ProcessInstance phase = ENGINE.start("grant-annulment");

        ENGINE.complete("Task_HearHolder", "heard");
        assertThat(phase).isWaitingAt("Task_ReviewLegality").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_ReviewLegality", "unlawful");

        assertEnded(phase, "unlawful", "EndEvent_Unlawful");
        assertThat(ENGINE.steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cancelled, EndEvent_GrantEnded, recordTermination", "kept, EndEvent_GrantKept, "})
    void a_cancellation_follows_from_a_fact_and_hears_nobody(String said, String end, String step) {
        ProcessInstance phase = ENGINE.start("grant-cancellation");

        assertThat(phase).isWaitingAt("Task_DecideCancellation").task().hasCandidateGroup("decider");
        ENGINE.complete("Task_DecideCancellation", said);

        assertEnded(phase, said, end);
        assertThat(String.join("", ENGINE.steps())).isEqualTo(step == null ? "" : step);
    }

    @ParameterizedTest
    @CsvSource({
        "passed, passed, EndEvent_YearlyPassed, ",
        "lapsed, lapsed, EndEvent_YearlyLapsed, ",
        "failed, failed, EndEvent_YearlyFailed, tellYearlyCheck"
    })
    void a_yearly_check_tells_the_holder_what_has_failed_and_nothing_else(
            String said, String outcome, String end, String step) {
        ProcessInstance phase = ENGINE.start("yearly-check");

        assertThat(phase).isWaitingAt("Task_CheckYearly").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_CheckYearly", said);

        assertEnded(phase, outcome, end);
        assertThat(String.join("", ENGINE.steps())).isEqualTo(step == null ? "" : step);
    }

    @ParameterizedTest
    @CsvSource({
        "rectified, rectified, EndEvent_YearlyRectified, tellYearlyCheck",
        "lapsed, lapsed, EndEvent_YearlyLapsed, tellYearlyCheck",
        "unmet, failed, EndEvent_YearlyFailed, tellYearlyCheck tellYearlyCheck"
    })
    void what_a_yearly_check_has_found_may_be_put_right_first(String said, String outcome, String end, String steps) {
        ProcessInstance phase = ENGINE.start("yearly-check");

        ENGINE.complete("Task_CheckYearly", "rectify");
        assertThat(phase).isWaitingAt("Task_CheckYearlyRectification").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_CheckYearlyRectification", said);

        assertEnded(phase, outcome, end);
        assertThat(String.join(" ", ENGINE.steps())).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"rectified, rectified, EndEvent_CommitmentRectified", "unmet, , "})
    void an_approval_that_was_not_kept_to_is_put_right_first(String said, String outcome, String end) {
        ProcessInstance phase = ENGINE.start("later-check");

        ENGINE.complete("Task_CheckCommitments", "rectify");
        assertThat(phase).isWaitingAt("Task_CheckRectification").task().hasCandidateGroup("reviewer");
        ENGINE.complete("Task_CheckRectification", said);

        assertThat(ENGINE.steps()).containsExactly("orderRectification");
        if (outcome == null) {
            assertThat(phase).isWaitingAt("Task_DecideAnnulment").task().hasCandidateGroup("decider");
            ENGINE.complete("Task_DecideAnnulment", "annulled");
            assertEnded(phase, "annulled", "EndEvent_GrantAnnulled");
        } else {
            assertEnded(phase, outcome, end);
        }
    }

    @Test
    void issuance_waits_for_the_number_and_the_registration() {
        ProcessInstance phase = ENGINE.start("issuance");

        assertThat(phase).isWaitingAt("Task_AwaitCertificateNumber");
        ENGINE.message(MessageNames.CERTIFICATE_NUMBERED);
        ENGINE.runJobs();
        assertThat(phase).isWaitingAt("Task_AwaitRegistration");
        ENGINE.message(MessageNames.CERTIFICATE_REGISTERED);

        assertEnded(phase, "delivered", "EndEvent_ResultDelivered");
        assertThat(ENGINE.steps()).containsExactly("issueCertificate", "sealCertificate", "deliverResult");
    }

    @Test
    void a_number_of_our_own_is_not_waited_for() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
        ProcessInstance phase = ENGINE.start("issuance");

        ENGINE.runJobs();
        assertThat(phase).isWaitingAt("Task_AwaitRegistration");
        ENGINE.message(MessageNames.CERTIFICATE_REGISTERED);

        assertEnded(phase, "delivered", "EndEvent_ResultDelivered");
        assertThat(ENGINE.steps()).containsExactly("issueCertificate", "sealCertificate", "deliverResult");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "true, true"})
    void what_is_clear_is_granted_without_a_person(boolean clear, boolean accepted) {
        ENGINE.finds(StepNames.WEIGH_ANSWERS, Map.of(VariableNames.CLEAR, clear, VariableNames.ACCEPTED, accepted));
        ProcessInstance phase = ENGINE.start("instant");

        assertThat(phase).isWaitingAt("Task_AwaitAnswers");
        ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false));

        assertEnded(phase, "granted", "EndEvent_GrantedInstantly");
        assertThat(ENGINE.steps())
                .containsExactly("askRegisters", "weighAnswers", "acceptInstantly", "grantInstantly", "recordDecision");
    }

    @ParameterizedTest
    @CsvSource({"false, unclear, EndEvent_NeedsIntake", "true, contested, EndEvent_NeedsReview"})
    void what_is_not_clear_is_neither_granted_nor_refused(boolean accepted, String outcome, String end) {
        ENGINE.finds(StepNames.WEIGH_ANSWERS, Map.of(VariableNames.CLEAR, false, VariableNames.ACCEPTED, accepted));
        ProcessInstance phase = ENGINE.start("instant");

        ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, true));

        assertEnded(phase, outcome, end);
        assertThat(ENGINE.steps()).containsExactly("askRegisters", "weighAnswers");
    }

    @ParameterizedTest
    @CsvSource({"intake, Task_AcceptApplication", "review, Task_ReviewApplication", "decision, Task_DecideApplication"})
    void an_undeclared_outcome_is_refused_and_the_task_stays_open(String process, String task) {
        ENGINE.start(process);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ENGINE.complete(task, "whatever"))
                .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);

        assertThat(ENGINE.openTasks()).containsExactly(task);
    }

    private static void assertEnded(ProcessInstance phase, String outcome, String end) {
        assertThat(ENGINE.isRunning(phase)).isFalse();
        assertThat(ENGINE.endOf(phase)).isEqualTo(end);
        assertThat(ENGINE.outcomeOf(phase)).isEqualTo(outcome);
    }
}
