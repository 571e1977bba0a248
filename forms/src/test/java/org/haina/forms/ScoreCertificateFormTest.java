package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreCertificateFormTest extends FormSamples {

    ScoreCertificateFormTest() {
        super("services/score-certificate");
    }

    @Test
    void two_answers_are_typed_the_rest_is_known_or_chosen() {
        assertThat(form.layout().questions())
                .filteredOn(question -> question.options().isEmpty() && !question.fixed())
                .extracting(FormLayout.Question::field)
                .containsExactly("year", "phone", "truthDeclared");
        assertThat(form.secretFields()).containsExactlyInAnyOrder("idNumber", "phone");
    }
}
