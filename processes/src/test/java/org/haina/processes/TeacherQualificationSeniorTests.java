package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The district accepts and examines, the city recognises. */
class TeacherQualificationSeniorTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false)),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"),
            () -> ENGINE.message(MessageNames.CERTIFICATE_NUMBERED),
            ENGINE::runJobs,
            () -> ENGINE.message(MessageNames.CERTIFICATE_REGISTERED));

    @Test
    void what_the_district_examined_is_examined_again_and_decided_by_the_city() {
        ProcessInstance item = ENGINE.start("teacher-qualification-senior");

        go(2);
        assertThat(ENGINE.openTasks()).containsExactly("Task_ReviewApplication");
        assertThat(ENGINE.organOfTask()).isNull();
        ENGINE.complete("Task_ReviewApplication", "approve");
        assertThat(ENGINE.openTasks()).containsExactly("Task_ReviewApplication");
        assertThat(ENGINE.organOfTask()).isEqualTo(VariableNames.CITY);
        ENGINE.complete("Task_ReviewApplication", "approve");
        assertThat(ENGINE.organOfTask()).isEqualTo(VariableNames.CITY);
        WAY.subList(4, WAY.size()).forEach(Runnable::run);

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication",
                        "openChecks",
                        "determineEligibility",
                        "reportCase@city",
                        "recordDecision@city",
                        "issueCertificate@city",
                        "sealCertificate@city",
                        "deliverResult@city",
                        "closeCase:granted");
    }

    @ParameterizedTest
    @CsvSource({"approve, approve", "approve, reject", "reject, approve", "reject, reject"})
    void opinions_bind_nobody_and_the_city_refuses(String district, String city) {
        ProcessInstance item = ENGINE.start("teacher-qualification-senior");

        go(2);
        ENGINE.complete("Task_ReviewApplication", district);
        ENGINE.complete("Task_ReviewApplication", city);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps()).endsWith("recordDecision@city", "deliverResult", "closeCase:refused");
    }

    @ParameterizedTest
    @CsvSource({"refuse, EndEvent_CaseNotAccepted", "notRequired, EndEvent_CaseNotRequired"})
    void the_district_does_not_accept(String said, String end) {
        ProcessInstance item = ENGINE.start("teacher-qualification-senior");

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
    }

    @Test
    void a_correction_that_never_comes_ends_the_case() {
        ProcessInstance item = ENGINE.start("teacher-qualification-senior");

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void a_withdrawal_ends_the_case_wherever_it_waits(int before) {
        ProcessInstance item = ENGINE.start("teacher-qualification-senior");
        go(before);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).endsWith("withdrawApplication", "closeCase:withdrawn");
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }

    private static void go(int steps) {
        WAY.subList(0, steps).forEach(Runnable::run);
    }
}
