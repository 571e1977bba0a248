package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchoolBusPermitFormTest extends FormSamples {

    SchoolBusPermitFormTest() {
        super("services/school-bus-permit");
    }

    @Test
    void what_identifies_the_driver_and_reaches_the_filer_is_secret() {
        assertThat(form.secretFields()).containsExactlyInAnyOrder("driverIdNumber", "phone");
    }
}
