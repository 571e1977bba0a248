package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest
    @CsvSource({
        "answered, EndEvent_CaseAnswered, closeCase:answered",
        "passedOn, EndEvent_CasePassedOn, closeCase:passedOn",
    })
    void a_complaint_goes_to_who_supervises_at_once_and_ends_with_what_is_said(
            String said, String end, String closing) {
        ProcessInstance item = ENGINE.start("complaint");

        assertThat(ENGINE.openTasks()).containsExactly("Task_AnswerComplaint");
        ENGINE.complete("Task_AnswerComplaint", said);

        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
        assertThat(ENGINE.steps()).containsExactly("deliverResult", closing);
    }

    @Test
    void a_complaint_taken_back_needs_no_answer() {
        ProcessInstance item = ENGINE.start("complaint");

        ENGINE.withdraw(item);

        assertThat(ENGINE.endOf(item)).isEqualTo("EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).containsExactly("withdrawApplication", "closeCase:withdrawn");
        assertThat(ENGINE.openTasks()).isEmpty();
        assertThat(ENGINE.instances()).isZero();
    }
}
