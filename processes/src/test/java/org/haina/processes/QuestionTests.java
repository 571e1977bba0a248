package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question and a complaint: answered as they come, by one task. */
class QuestionTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest
    @CsvSource({
        "consultation, Task_AnswerQuestion, answered, EndEvent_CaseAnswered, closeCase:answered",
        "consultation, Task_AnswerQuestion, passedOn, EndEvent_CasePassedOn, closeCase:passedOn",
        "complaint, Task_AnswerComplaint, answered, EndEvent_CaseAnswered, closeCase:answered",
        "complaint, Task_AnswerComplaint, passedOn, EndEvent_CasePassedOn, closeCase:passedOn"
    })
    void it_goes_to_who_answers_at_once_and_ends_with_what_is_said(
            String key, String task, String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(key);

        assertThat(ENGINE.openTasks()).containsExactly(task);
        ENGINE.complete(task, said);

        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
        assertThat(ENGINE.steps()).containsExactly("deliverResult", closing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consultation", "complaint"})
    void what_is_taken_back_needs_no_answer(String key) {
        ProcessInstance item = ENGINE.start(key);

        ENGINE.withdraw(item);

        assertThat(ENGINE.endOf(item)).isEqualTo("EndEvent_CaseWithdrawn");
        assertThat(ENGINE.steps()).containsExactly("withdrawApplication", "closeCase:withdrawn");
        assertThat(ENGINE.openTasks()).isEmpty();
        assertThat(ENGINE.instances()).isZero();
    }
}
