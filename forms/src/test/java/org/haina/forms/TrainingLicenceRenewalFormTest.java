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

class TrainingLicenceRenewalFormTest {
    private static final Path FOLDER = Path.of("institutions/training-licence-renewal");
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
    void nothing_is_handed_in_and_only_the_licence_is_asked_for_beside_who_holds_it() {
        ObjectNode answers = (ObjectNode) Forms.read(FOLDER.resolve("samples/valid-citizen.json"));

        assertThat(FORM.checkFiles(answers, Set.of())).isEmpty();
        assertThat(FORM.layout().pages()).hasSize(3);
        answers.remove("licenceNumber");
        assertThat(FORM.check(answers)).extracting(Finding::pointer).containsExactly("/licenceNumber");
    }
}
