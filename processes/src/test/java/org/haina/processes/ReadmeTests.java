package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTests {
    @Test
    void the_readme_tells_every_name_that_models_and_code_share() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Stream.of(StepNames.ALL, MessageNames.ALL, VariableNames.ALL)
                .flatMap(names -> names.stream())
                .forEach(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void the_readme_tells_every_phase_s_tasks_as_the_models_have_them() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Artefacts.PHASES.stream()
                .flatMap(file -> ProcessModel.parse(file, Artefacts.bytes(file)).userTasks().stream())
                .forEach(task -> assertThat(readme)
                        .contains("`" + task.key() + "` (" + task.role() + ": " + String.join(", ", task.outcomes())
                                + ")"));
    }
}
