package org.haina.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {

    @ParameterizedTest
    @CsvSource({"张示例,张*", "李样,李*", "欧阳示例,欧*", "𠮷田示例,𠮷*", "A,A*", "'',*"})
    void a_name_keeps_its_first_character(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "310101201003070019,310***********0019",
        "31999919990512102X,319***********102X",
        "H12345678,*******78",
        "12345678,******78",
        "ABCD,****",
        "'',''"
    })
    void an_identifier_keeps_what_tells_it_apart_but_not_what_gives_it_away(String number, String masked) {
        assertThat(Masks.identifier(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800000000,138****0000", "61234567,******67", "110,***"})
    void a_phone_number_keeps_its_ends(String number, String masked) {
        assertThat(Masks.phone(number)).isEqualTo(masked);
    }

    @Test
    void a_mask_never_shows_the_date_of_birth() {
        assertThat(Masks.identifier("31999919990512102X")).doesNotContain("1999", "0512");
    }
}
