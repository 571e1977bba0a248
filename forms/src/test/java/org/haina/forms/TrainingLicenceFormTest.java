package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingLicenceFormTest extends FormSamples {

    TrainingLicenceFormTest() {
        super("institutions/training-licence");
    }

    @Test
    void the_school_is_asked_for_no_code_of_its_own() {
        assertThat(form.layout().questions())
                .filteredOn(question ->
                        question.prefill() != null && question.prefill().startsWith("organisation."))
                .extracting(FormLayout.Question::field)
                .containsExactly("organiserName", "uscc", "representative");
        assertThat(form.secretFields()).containsExactlyInAnyOrder("idNumber", "phone");
    }
}
