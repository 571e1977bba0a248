package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How its process goes: {@link InstantItemTests}. */
class ScoreCertificateTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest
    @CsvSource({"found,", "differs, nameDiffers", "not-found, recordMissing", ", registerSilent"})
    void only_a_confirmed_record_leaves_no_question(String finding, String reason) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("scores", finding);

        List<Map<String, Object>> rows = ENGINE.decide("score-certificate-eligibility", facts);

        assertThat(rows).extracting(row -> row.get("reason")).isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(rows).allMatch(row -> row.get("effect").equals("asks"));
    }
}
