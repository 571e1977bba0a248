package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecruitmentNoticeFilingTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "recruitment-notice-filing";

    @ParameterizedTest
    @CsvSource({
        "filed, EndEvent_CaseFiled, closeCase:filed",
        "notFiled, EndEvent_CaseNotFiled, closeCase:notFiled",
    })
    void whoever_looked_at_the_form_files_it_or_not_and_nobody_decides(String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", "accept");
        assertThat(ENGINE.openTasks()).containsExactly("Task_FileRecord");
        ENGINE.complete("Task_FileRecord", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).containsExactly("acceptApplication", "recordFiling", "deliverResult", closing);
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        "notRequired, EndEvent_CaseNotRequired, closeCase:notRequired"
    })
    void what_is_not_for_this_organ_to_file_ends_at_once(String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).containsExactly("refuseAcceptance", closing);
    }

    @Test
    void corrected_papers_go_on_to_the_filing() {
        ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_ANSWERED);
        ENGINE.complete("Task_AcceptApplication", "accept");

        assertThat(ENGINE.openTasks()).containsExactly("Task_FileRecord");
    }

    @Test
    void papers_never_corrected_end_without_a_filing() {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
        assertThat(ENGINE.steps()).containsExactly("issueOneTimeNotice", "closeCase:correctionTimedOut");
    }

    static Stream<List<Runnable>> everyWaitState() {
        return Stream.of(
                List.of(),
                List.of(() -> ENGINE.complete("Task_AcceptApplication", "correct")),
                List.of(() -> ENGINE.complete("Task_AcceptApplication", "accept")));
    }

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void a_withdrawal_ends_the_case_wherever_it_waits(List<Runnable> before) {
        ProcessInstance item = ENGINE.start(ITEM);
        before.forEach(Runnable::run);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).endsWith("withdrawApplication", "closeCase:withdrawn");
        assertThat(ENGINE.openTasks()).isEmpty();
        assertThat(ENGINE.instances()).isZero();
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
