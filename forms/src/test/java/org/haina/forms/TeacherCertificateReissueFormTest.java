package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeacherCertificateReissueFormTest {
    private static final Path FOLDER = Path.of("services/teacher-certificate-reissue");
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
    void what_is_lost_is_proved_by_its_notice_and_what_is_damaged_by_itself() {
        assertThat(lacking("valid-lost.json")).containsExactlyInAnyOrder("photo", "loss-notice");
        assertThat(lacking("valid-damaged.json")).containsExactlyInAnyOrder("photo", "damaged-certificate");
        assertThat(FORM.secretFields()).containsExactlyInAnyOrder("idNumber", "phone");
    }

    private static List<String> lacking(String sample) {
        return FORM.checkFiles((ObjectNode) Forms.read(FOLDER.resolve("samples").resolve(sample)), Set.of()).stream()
                .map(finding -> finding.pointer().replaceFirst(".*/", ""))
                .toList();
    }
}
