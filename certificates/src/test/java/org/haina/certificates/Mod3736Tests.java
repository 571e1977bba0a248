package org.haina.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mod3736Tests {

    @ParameterizedTest
    @CsvSource({
        "11100000000013338W01111430000006122244L20230000403001, U",
        "11100000MB03271699022340100000000016001, 9",
        "11100000000013338W00911330105002500287C2025052201002, 0",
        "11310000T10000013P00111310000T10000013P2026000001001, 0",
        "11310000T10000013P00111310000T10000013P2026000001002, Y",
        "11310000T10000013P00111310000T10000013PSH2026TEST0007001, B"
    })
    void the_published_examples_have_their_check_character(String text, char check) {
        assertThat(Mod3736.checkCharacter(text)).isEqualTo(check);
        assertThat(Mod3736.isValid(text + check)).isTrue();
        assertThat(Mod3736.append(text)).isEqualTo(text + check);
    }

    @Test
    void every_single_wrong_character_is_found() {
        String valid = Mod3736.append("HN26A7K3M9Q2XTZ");

        for (int i = 0; i < valid.length(); i++) {
            for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                String changed = valid.substring(0, i) + other + valid.substring(i + 1);
                assertThat(Mod3736.isValid(changed)).as(changed).isEqualTo(changed.equals(valid));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ab", "A-B", "１２", "ÄB", "A B"})
    void malformed_text_is_not_valid(String text) {
        assertThat(Mod3736.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2", "１"})
    void malformed_text_has_no_check_character(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mod3736.checkCharacter(text));
    }
}
