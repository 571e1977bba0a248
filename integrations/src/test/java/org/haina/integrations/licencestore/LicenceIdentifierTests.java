package org.haina.integrations.licencestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.0",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.002.Y",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.SH2026TEST0007.001.B"
            })
    void published_identifiers_are_valid(String published) {
        assertThat(new LicenceIdentifier(published).value()).isEqualTo(published);
    }

    @Test
    void an_identifier_is_built_with_its_check_character() {
        var id = LicenceIdentifier.of("11310000T10000013P001", "11310000T10000013P", "2026000001", 2);

        assertThat(id.value()).endsWith(".2026000001.002.Y");
        assertThat(id.typeCode()).isEqualTo("11310000T10000013P001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.1",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000010.001.0",
                "1.2.156.3005.3.11310000T10000013P001.11310000T10000013P.2026000001.001.0",
                "",
                "1.2.156.3005.2.11310000T10000013P001.11310000T10000013P.2026000001.001.0\n"
            })
    void a_changed_identifier_is_refused(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LicenceIdentifier(wrong));
    }
}
