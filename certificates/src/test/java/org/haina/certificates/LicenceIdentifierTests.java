package org.haina.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTests {
    private static final String FIRST = "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIRST,
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.SH2026TEST0007.001.B"
            })
    void published_identifiers_are_read_and_written_alike(String text) {
        assertThat(LicenceIdentifier.parse(text).value()).isEqualTo(text).isEqualTo(LicenceIdentifier.parse(text) + "");
    }

    @Test
    void a_change_raises_the_version_and_the_check_character_follows() {
        assertThat(LicenceIdentifier.parse(FIRST).nextVersion().value()).endsWith(".002.Y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.1",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000010.001.0",
                "1.2.156.3005.3.11310000T10000013P001.11310000T10000013P.2026000001.001.0",
                "11310000T10000013P001.11310000T10000013P.2026000001.001.0",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.000.0",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P..001.0",
                ""
            })
    void a_wrong_identifier_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LicenceIdentifier.parse(text));
    }

    @Test
    void parts_out_of_bounds_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceIdentifier("11310000T10000013P001", "11310000T10000013P", "1", 1000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceIdentifier("short", "11310000T10000013P", "1", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceIdentifier("11310000T10000013P001", "x", "1", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenceIdentifier("11310000T10000013P001", "340100", "A".repeat(33), 1));
    }
}
