package org.haina.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateDefinitionTests {
    private static final String YAML =
            """
            type: 11319999MB0100001A001
            template: permit.html
            number: {pattern: "演教准{organ}{year}{sequence:4}", sequence: [year, organ]}
            bind: {holder.name: form.name, certificate.number: certificate.number}
            surface: {name: holder.name}
            validity: P3Y
            signer: demonstration
            publicFields: [certificate.number]
            """;

    private static final String DECLARING =
            YAML + "licenceType: {key: tutor-card, title: 教学人员登记卡, surface: [{key: name, element: XM, label: 姓名}]}\n";

    @Test
    void a_definition_is_read() {
        CertificateDefinition definition = CertificateDefinition.parse(YAML);

        assertThat(definition.validity().lastDay(LocalDate.of(2026, 11, 23))).contains(LocalDate.of(2029, 11, 22));
        assertThat(definition.number().sequence())
                .containsExactly(CertificateNumber.Scope.YEAR, CertificateNumber.Scope.ORGAN);
        assertThat(definition.number().format(Year.of(2026), "310104", 17)).isEqualTo("演教准31010420260017");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signer: demonstration | signer: demonstration¶extra: 1 | extra",
                "signer: demonstration | signer: '' | signer",
                "validity: P3Y | validity: for ever | validity",
                "template: permit.html | template: ../permit.html | template",
                "publicFields: [certificate.number] | publicFields: [holder.phone] | publicFields",
                "surface: {name: holder.name} | surface: {name: holder.phone} | surface",
                "type: 11319999MB0100001A001 | type: permit | type",
                "signer: demonstration | signer: a¶signer: b | signer",
                "surface: {name: holder.name} | '#' | surface",
                "sequence:4 | sequence | pattern",
                "sequence: [year, organ] | sequence: [month] | month"
            })
    void a_wrong_definition_is_refused_by_name(String part, String instead, String named) {
        String wrong = YAML.replace(part, instead.replace("¶", "\n"));

        assertThat(wrong).isNotEqualTo(YAML);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateDefinition.parse(wrong))
                .withMessageContaining(named);
    }

    @Test
    void a_type_the_store_does_not_know_is_said_by_the_item_that_issues_it() {
        CertificateDefinition definition = CertificateDefinition.parse(DECLARING);

        assertThat(definition.licenceType())
                .isEqualTo(new DeclaredType(
                        "tutor-card", "教学人员登记卡", List.of(new DeclaredType.FaceField("name", "XM", "姓名"))));
        assertThat(CertificateDefinition.parse(YAML).licenceType()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tutor-card | Tutor Card | licenceType.key",
                "title: 教学人员登记卡, | '' | licenceType.title",
                "element: XM | element: 姓名 | licenceType.surface.element",
                "{key: name | {key: full name | licenceType.surface.key",
                "label: 姓名 | label: '' | licenceType.surface.label",
                "label: 姓名} | label: 姓名}, {key: name, element: XB, label: 性别} | twice",
                "label: 姓名} | label: 姓名}, {key: sex, element: XM, label: 性别} | twice",
                "[{key: name, element: XM, label: 姓名}] | [] | licenceType.surface is missing",
                "key: tutor-card | key: tutor-card, colour: red | colour"
            })
    void a_type_that_is_not_whole_is_refused_by_name(String part, String instead, String named) {
        String wrong = DECLARING.replace(part, instead);

        assertThat(wrong).isNotEqualTo(DECLARING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateDefinition.parse(wrong))
                .withMessageContaining(named);
    }

    @Test
    void data_of_the_case_becomes_the_bindings_of_the_template() {
        Bindings data = Bindings.of(Map.of("form", Map.of("name", "张示例"), "other", "x"));

        Bindings bindings = CertificateDefinition.parse(YAML).bindings(data);

        assertThat(bindings.at("holder.name").asText()).isEqualTo("张示例");
        assertThat(bindings.at("certificate.number").isMissingNode()).isTrue();
        assertThat(bindings.at("other").isMissingNode()).isTrue();
    }

    @Test
    void a_template_that_reads_something_unbound_does_not_fit() {
        DocumentTemplate template = DocumentTemplate.parse(
                "<html lang='zh-CN'><title>许可证</title><p data-bind='holder.name'></p><p data-bind='holder.phone'></p>");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateDefinition.parse(YAML).requireFits(template))
                .withMessageContaining(
                        "reads [holder.phone], which is not bound; bound and not read are [certificate.number]");
    }

    @Test
    void a_list_is_bound_as_a_whole() {
        CertificateDefinition definition = CertificateDefinition.parse(
                YAML.replace("holder.name: form.name,", "holder.name: form.name, results: registers.exam.subjects,"));
        DocumentTemplate template = DocumentTemplate.parse(
                "<html lang='zh-CN'><title>证明</title><p data-bind='holder.name'></p><p data-bind='certificate.number'></p>"
                        + "<p data-each='results'><span data-bind='item.subject'></span></p>");

        definition.requireFits(template);

        Bindings data = Bindings.parse("{\"registers\":{\"exam\":{\"subjects\":[{\"subject\":\"语文\"}]}}}");
        assertThat(definition
                        .bindings(data)
                        .at("results")
                        .get(0)
                        .path("subject")
                        .asText())
                .isEqualTo("语文");
    }

    @Test
    void a_number_from_a_register_is_not_made_here() {
        CertificateNumber number = new CertificateNumber("national-teacher-system", null, List.of(), null);

        assertThatIllegalStateException().isThrownBy(() -> number.format(Year.of(2026), "310104", 1));
    }

    @Test
    void an_amendment_carries_on_the_last_day_and_never_without_the_number() {
        String carried = YAML.replaceFirst("number: .*", "number: {carried: form.number}");
        CertificateDefinition amendment = CertificateDefinition.parse(carried.replace("P3Y", "carried"));

        assertThat(amendment.amends()).isTrue();
        assertThat(amendment.validity().lastDay(LocalDate.of(2026, 11, 23))).isEmpty();
        assertThat(CertificateDefinition.parse(carried).amends()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateDefinition.parse(YAML.replace("P3Y", "carried")))
                .withMessageContaining("carried only where the number is");
    }

    @Test
    void a_renewal_goes_on_from_the_last_day_of_the_one_before_and_not_from_its_own_issue() {
        CertificateDefinition renewal =
                CertificateDefinition.parse(YAML.replaceFirst("number: .*", "number: {carried: form.number}")
                        .replace("P3Y", "carried+P3Y"));

        assertThat(renewal.amends()).isTrue();
        assertThat(renewal.validity().renews()).isTrue();
        assertThat(renewal.validity().lastDayAfter(LocalDate.of(2029, 11, 22))).isEqualTo("2032-11-22");
        assertThat(renewal.validity().lastDayAfter(LocalDate.of(2028, 2, 29))).isEqualTo("2031-02-28");
        assertThat(new Validity(null, true).lastDayAfter(LocalDate.of(2029, 11, 22)))
                .isEqualTo("2029-11-22");
        assertThat(new Validity(null, true).renews()).isFalse();
    }

    @Test
    void a_number_that_is_carried_on_names_a_field_of_the_form_and_is_not_made_here() {
        CertificateNumber number = new CertificateNumber(null, null, List.of(), "form.certificateNumber");

        assertThat(number.carriedField()).contains("certificateNumber");
        assertThatIllegalStateException().isThrownBy(() -> number.format(Year.of(2026), "310104", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateNumber(null, null, List.of(), "registers.x.number"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateNumber("teacher-system", null, List.of(), "form.number"));
    }

    @Test
    void a_counter_that_outgrows_its_digits_is_refused() {
        CertificateNumber number = CertificateDefinition.parse(YAML).number();

        assertThat(number.format(Year.of(2026), "1", 9999)).endsWith("9999");
        assertThatIllegalArgumentException().isThrownBy(() -> number.format(Year.of(2026), "1", 10_000));
    }
}
