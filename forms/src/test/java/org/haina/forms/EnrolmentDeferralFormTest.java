package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnrolmentDeferralFormTest extends FormSamples {

    EnrolmentDeferralFormTest() {
        super("services/enrolment-deferral");
    }

    @Test
    void what_identifies_the_child_tells_of_its_health_or_reaches_the_guardian_is_secret() {
        assertThat(form.secretFields()).containsExactlyInAnyOrder("idNumber", "condition", "hospital", "phone");
    }
}
