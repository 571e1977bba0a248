package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeacherQualificationFormTest {
    private static final Form FORM = Forms.teacher();

    static List<Path> valid() {
        return Forms.samples("valid-");
    }

    static List<Path> invalid() {
        return Forms.samples("invalid-");
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
        List<String> expected = new ArrayList<>();
        wrapped.path("expect")
                .forEach(e -> expected.add(
                        e.path("pointer").asText() + " " + e.path("rule").asText()));

        List<Finding> findings = FORM.check((ObjectNode) wrapped.path("data"));

        assertThat(findings)
                .extracting(f -> f.pointer() + " " + f.rule())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void every_message_is_a_short_chinese_sentence_naming_its_question(Path sample) {
        for (Finding finding : FORM.check((ObjectNode) Forms.read(sample).path("data"))) {
            assertThat(finding.message())
                    .matches("(?s)[“请表].*")
                    .doesNotContain("null")
                    .hasSizeLessThan(80);
            FORM.layout()
                    .questions()
                    .filter(q -> ("/" + q.field()).equals(finding.pointer()))
                    .forEach(q ->
                            assertThat(finding.message()).contains(q.label().zh()));
        }
    }

    @Test
    void the_form_has_six_pages_at_most() {
        assertThat(FORM.layout().pages()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void identity_numbers_phone_and_address_are_secret() {
        assertThat(FORM.secretFields())
                .containsExactlyInAnyOrder("idNumber", "hkMacaoPermit", "taiwanPermit", "phone", "address");
    }

    @Test
    void a_hong_kong_applicant_brings_an_own_no_crime_record() {
        ObjectNode data = Forms.sample("valid-junior-secondary-hong-kong");

        assertThat(FORM.files(data)).extracting(FormLayout.Question::field).contains("photo", "no-crime");
        assertThat(FORM.checkFiles(data, Set.of("photo")))
                .containsExactly(new Finding("/materials/no-crime", "required", "请上传无犯罪记录证明"));
    }

    @Test
    void a_demonstration_person_is_refused_in_production() {
        Form production = Form.parse(
                Forms.read(Forms.TEACHER.resolve("apply.schema.json")),
                Forms.read(Forms.TEACHER.resolve("apply.layout.json")),
                Forms.PRODUCTION);

        assertThat(production.check(Forms.sample("valid-primary-by-exam")))
                .extracting(Finding::pointer, Finding::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/idNumber", "format"));
    }
}
