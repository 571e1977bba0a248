package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdentityNumberTest {

    @Test
    void an_identity_number_tells_birth_date_sex_and_area() {
        IdentityNumber number = new IdentityNumber("310115198802293124");

        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1988, 2, 29));
        assertThat(number.sex()).isEqualTo(IdentityNumber.Sex.FEMALE);
        assertThat(number.sex().code()).isEqualTo("2");
        assertThat(number.area()).isEqualTo("310115");
        assertThat(number.isResidencePermit()).isFalse();
        assertThat(number.isDemo()).isFalse();
    }

    @Test
    void a_small_x_and_a_capital_x_are_one_number() {
        assertThat(new IdentityNumber("31010620120601107x")).isEqualTo(new IdentityNumber("31010620120601107X"));
    }

    @Test
    void areas_of_merged_districts_stay_valid() {
        String luwan = "31010319700101001";

        assertThat(new IdentityNumber(luwan + CheckCharacter.ofIdentity(luwan)).area())
                .isEqualTo("310103");
    }

    @Test
    void neither_the_text_form_nor_an_exception_shows_the_number() {
        assertThat(new IdentityNumber("310101201003070019")).hasToString("310***********0019");
        assertThatThrownBy(() -> new IdentityNumber("310101201003070018"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an identity number: CHECK");
    }

    @Test
    void a_credit_code_tells_area_and_organisation() {
        UnifiedSocialCreditCode code = new UnifiedSocialCreditCode("91310104ma1ft0043h");

        assertThat(code.value()).isEqualTo("91310104MA1FT0043H");
        assertThat(code.area()).isEqualTo("310104");
        assertThat(code.organisationCode()).isEqualTo("MA1FT0043");
        assertThatThrownBy(() -> new UnifiedSocialCreditCode("91310104MA1FT0043J"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
