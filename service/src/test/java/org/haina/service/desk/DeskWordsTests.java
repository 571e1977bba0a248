package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.processes.ProcessModel;
import org.haina.service.intake.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeskWordsTests {

    private static final ResultWords WORDS = new ResultWords("予以认定", "不予认定");

    private final DeskWords words = new DeskWords();

    static List<ProcessModel.UserTask> tasks() throws IOException {
        try (var models = Files.list(Path.of("../processes/phases"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> ProcessModel.parse(file.toString(), read(file)).userTasks().stream())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void every_outcome_of_a_task_has_its_action_and_no_action_leads_nowhere(ProcessModel.UserTask task) {
        assertThat(words.actions(task.key(), WORDS))
                .extracting(DeskWords.Action::outcome)
                .containsExactlyInAnyOrderElementsOf(task.outcomes());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void at_most_three_actions_stand_first_and_all_speak_the_item_s_words(ProcessModel.UserTask task) {
        List<DeskWords.Action> actions = words.actions(task.key(), WORDS);

        assertThat(actions.stream().filter(action -> !action.minor())).hasSizeLessThanOrEqualTo(3);
        assertThat(actions).extracting(DeskWords.Action::label).noneMatch(label -> label.contains("{"));
        assertThat(actions).allSatisfy(action -> assertThat(action.reasons())
                .extracting(RefusalReason::code)
                .hasSameSizeAs(action.grounds() == null ? List.of() : action.grounds()));
    }

    @Test
    void no_phrase_names_the_law_of_another_item() throws IOException {
        for (ProcessModel.UserTask task : tasks()) {
            assertThat(DeskWords.fitting(words.actions(task.key(), WORDS), "score-certificate"))
                    .flatExtracting(DeskWords.Action::library)
                    .extracting(DeskWords.Phrase::text)
                    .noneMatch(text -> text.contains("教师"));
        }
        assertThat(DeskWords.fitting(words.actions("Task_DecideApplication", WORDS), "score-certificate"))
                .flatExtracting(DeskWords.Action::library)
                .extracting(DeskWords.Phrase::key)
                .contains("no-record");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
