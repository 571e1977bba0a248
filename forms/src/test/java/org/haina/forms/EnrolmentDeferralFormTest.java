package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentDeferralFormTest {
    private static final Path FOLDER = Path.of("services/enrolment-deferral");
    private static final Form FORM = Form.parse(
            Forms.read(FOLDER.resolve("apply.schema.json")),
            Forms.read(FOLDER.resolve("apply.layout.json")),
            Forms.DEMO);

    static List<Path> valid() {
        return Forms.samples(FOLDER, "valid-");
    }

    static List<Path> invalid() {
        return Forms.samples(FOLDER, "invalid-");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_sample_has_no_finding(Path sample) {
        assertThat(FORM.check((ObjectNode) Forms.read(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_sample_has_exactly_its_findings(Path sample) {
        JsonNode wrapped = Forms.read(sample);
        List<String> expected = StreamSupport.stream(wrapped.path("expect").spliterator(), false)
                .map(e -> e.path("pointer").asText() + " " + e.path("rule").asText())
                .toList();

        assertThat(FORM.check((ObjectNode) wrapped.path("data")))
                .extracting(f -> f.pointer() + " " + f.rule())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void what_identifies_the_child_tells_of_its_health_or_reaches_the_guardian_is_secret() {
        assertThat(FORM.secretFields()).containsExactlyInAnyOrder("idNumber", "condition", "hospital", "phone");
    }
}
