package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceDecisionTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "kindergarten,",
        "primary,",
        "junior-secondary,",
        "senior-secondary, notThisOrgan",
        "secondary-vocational, notThisOrgan",
        ","
    })
    void districts_recognise_up_to_junior_secondary(@Nullable String level, @Nullable String expected) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("schoolLevel", level);

        assertThat(ENGINE.decide("teacher-qualification-competence", facts))
                .extracting(row -> row.get("reason"))
                .isEqualTo(expected == null ? java.util.List.of() : java.util.List.of(expected));
    }
}
