package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the samples of every form: valid ones have no finding, the others exactly those they name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormSamples {

    final Form form;
    final Path folder;

    FormSamples(String folder) {
        this.folder = Path.of(folder);
        this.form = Form.parse(
                Forms.read(this.folder.resolve("apply.schema.json")),
                Forms.read(this.folder.resolve("apply.layout.json")),
                Forms.DEMO);
    }

    List<Path> valid() {
        return Forms.samples(folder, "valid-");
    }

    List<Path> invalid() {
        return Forms.samples(folder, "invalid-");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_sample_has_no_finding(Path sample) {
        assertThat(form.check((ObjectNode) Forms.read(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_sample_has_exactly_its_findings(Path sample) {
        JsonNode wrapped = Forms.read(sample);
        List<String> expected = StreamSupport.stream(wrapped.path("expect").spliterator(), false)
                .map(e -> e.path("pointer").asText() + " " + e.path("rule").asText())
                .toList();

        assertThat(form.check((ObjectNode) wrapped.path("data")))
                .extracting(f -> f.pointer() + " " + f.rule())
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
