package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessModelTests {
    private static final ProcessModel TEACHER =
            ProcessModel.parse(Artefacts.TEACHER, Artefacts.bytes(Artefacts.TEACHER));

    @Test
    void the_story_of_an_item_reads_as_its_phases() {
        assertThat(TEACHER.story())
                .extracting(ProcessModel.Element::name)
                .containsExactly("受理申请", "核验信息", "审核条件", "作出决定", "颁发教师资格证书");
    }

    @Test
    void the_story_of_a_phase_is_what_its_people_do() {
        assertThat(phase("intake").story())
                .extracting(ProcessModel.Element::id)
                .containsExactly("Task_AcceptApplication");
    }

    @Test
    void an_item_can_end_in_six_ways() {
        assertThat(TEACHER.endEvents())
                .extracting(ProcessModel.Element::id)
                .containsExactlyInAnyOrder(
                        "EndEvent_CaseGranted",
                        "EndEvent_CaseRefused",
                        "EndEvent_CaseNotAccepted",
                        "EndEvent_CaseNotRequired",
                        "EndEvent_CaseCorrectionTimedOut",
                        "EndEvent_CaseWithdrawn");
    }

    @Test
    void tasks_tell_role_and_outcomes() {
        assertThat(phase("intake").userTasks())
                .containsExactly(new ProcessModel.UserTask(
                        "Task_AcceptApplication",
                        "受理审查",
                        RoleNames.CLERK,
                        List.of("accept", "correct", "refuse", "notRequired")));
    }

    @Test
    void every_step_and_message_of_the_catalogue_is_used_by_some_model() {
        List<ProcessModel> models = Artefacts.files(".bpmn")
                .map(file -> ProcessModel.parse(file, Artefacts.bytes(file)))
                .toList();

        assertThat(models.stream().flatMap(model -> model.steps().stream())).containsAll(StepNames.ALL);
        assertThat(models.stream().flatMap(model -> model.messages().stream())).containsAll(MessageNames.ALL);
    }

    @Test
    void names_of_elements_can_be_looked_up() {
        assertThat(TEACHER.findName("EndEvent_CaseGranted")).contains("予以认定");
        assertThat(TEACHER.findName("Flow_Granted")).isEmpty();
        assertThat(TEACHER.findName("Task_Nowhere")).isEmpty();
        assertThat(TEACHER.calls()).containsExactly("intake", "checks", "review", "decision", "issuance");
        assertThat(TEACHER.decisions()).isEmpty();
    }

    private static ProcessModel phase(String key) {
        String file = "phases/" + key + ".bpmn";
        return ProcessModel.parse(file, Artefacts.bytes(file));
    }
}
