package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IdentifierPropertiesTest {
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    void every_generated_identity_number_is_valid_and_keeps_its_parts(@ForAll("people") String number) {
        IdentityNumber identity = new IdentityNumber(number);

        assertThat(Forms.DEMO.accepts(IdentifierFormat.CN_ID_NUMBER, number)).isTrue();
        assertThat(identity.birthDate())
                .isEqualTo(LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(identity.sex() == IdentityNumber.Sex.MALE).isEqualTo((number.charAt(16) - '0') % 2 == 1);
    }

    @Property
    void any_digit_changed_breaks_an_identity_number(
            @ForAll("people") String number,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        char old = number.charAt(place);
        char changed = old == 'X' ? (char) ('0' + shift) : (char) ('0' + (old - '0' + shift) % 10);

        assertThat(Forms.DEMO.accepts(IdentifierFormat.CN_ID_NUMBER, replaced(number, place, changed)))
                .isFalse();
    }

    @Property
    void two_neighbours_exchanged_break_an_identity_number(
            @ForAll("people") String number, @ForAll @IntRange(max = 15) int place) {
        char left = number.charAt(place);
        char right = number.charAt(place + 1);
        String exchanged = replaced(replaced(number, place, right), place + 1, left);

        assertThat(Forms.DEMO.accepts(IdentifierFormat.CN_ID_NUMBER, exchanged)).isEqualTo(left == right);
    }

    @Property
    void any_character_changed_breaks_a_credit_code(
            @ForAll("organisations") String code,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        int old = CREDIT_ALPHABET.indexOf(code.charAt(place));
        char changed = CREDIT_ALPHABET.charAt((old + shift) % 31);

        assertThat(Forms.DEMO.accepts(IdentifierFormat.CN_USCC, code)).isTrue();
        assertThat(Forms.DEMO.accepts(IdentifierFormat.CN_USCC, replaced(code, place, changed)))
                .isFalse();
    }

    @Property
    void canonical_spelling_is_stable_and_never_makes_a_valid_value_invalid(
            @ForAll IdentifierFormat format, @ForAll String typed) {
        String once = Forms.DEMO.canonical(format, typed);

        assertThat(Forms.DEMO.canonical(format, once)).isEqualTo(once);
        if (Forms.DEMO.accepts(format, typed))
            assertThat(Forms.DEMO.accepts(format, once)).isTrue();
    }

    @Provide
    Arbitrary<String> people() {
        Arbitrary<String> areas = Arbitraries.of("310101", "310103", "319999", "110105", "650104", "810000", "830000");
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 45_000);
        Arbitrary<Integer> serials = Arbitraries.integers().between(0, 999);
        return Combinators.combine(areas, days, serials).as((area, day, serial) -> {
            String digits = area
                    + LocalDate.of(1900, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE)
                    + "%03d".formatted(serial);
            return digits + CheckCharacter.ofIdentity(digits);
        });
    }

    @Provide
    Arbitrary<String> organisations() {
        Arbitrary<String> kinds = Arbitraries.of("11", "12", "51", "52", "91", "92");
        Arbitrary<String> areas = Arbitraries.of("310000", "310104", "319999", "100000");
        Arbitrary<String> codes =
                Arbitraries.strings().withChars(CREDIT_ALPHABET.toCharArray()).ofLength(9);
        return Combinators.combine(kinds, areas, codes)
                .as((kind, area, code) -> kind + area + code + CheckCharacter.ofCreditCode(kind + area + code));
    }

    private static String replaced(String text, int place, char c) {
        return text.substring(0, place) + c + text.substring(place + 1);
    }
}
