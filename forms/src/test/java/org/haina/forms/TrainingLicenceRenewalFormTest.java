package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingLicenceRenewalFormTest extends FormSamples {

    TrainingLicenceRenewalFormTest() {
        super("institutions/training-licence-renewal");
    }

    @Test
    void nothing_is_handed_in_and_only_the_licence_is_asked_for_beside_who_holds_it() {
        ObjectNode answers = (ObjectNode) Forms.read(folder.resolve("samples/valid-citizen.json"));

        assertThat(form.checkFiles(answers, Set.of())).isEmpty();
        assertThat(form.layout().pages()).hasSize(3);
        answers.remove("licenceNumber");
        assertThat(form.check(answers)).extracting(Finding::pointer).containsExactly("/licenceNumber");
    }
}
