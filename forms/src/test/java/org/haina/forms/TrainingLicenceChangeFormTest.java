package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingLicenceChangeFormTest extends FormSamples {

    TrainingLicenceChangeFormTest() {
        super("institutions/training-licence-change");
    }

    @Test
    void what_is_promised_is_not_asked_for_and_what_is_proved_is_not_promised() {
        ObjectNode answers = (ObjectNode) Forms.read(folder.resolve("samples/valid-company-new-head-promised.json"));
        assertThat(asked(answers)).containsExactly("/materials/resolution", "/materials/commitment-letter");

        answers.put("route", "ordinary");

        assertThat(asked(answers)).containsExactly("/materials/resolution", "/materials/proof");
    }

    private List<String> asked(ObjectNode answers) {
        return form.checkFiles(answers, Set.of()).stream().map(Finding::pointer).toList();
    }
}
