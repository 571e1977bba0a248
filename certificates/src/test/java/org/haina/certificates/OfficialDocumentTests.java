package org.haina.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.MissingBindingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialDocumentTests {

    static List<Templates> documents() {
        return Templates.all().stream().filter(one -> !one.isCertificate()).toList();
    }

    static List<Templates> certificates() {
        return Templates.all().stream().filter(Templates::isCertificate).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt-voucher",
                "one-time-notice",
                "acceptance-notice",
                "refusal-to-accept",
                "decision-granted",
                "decision-refused",
                "withdrawal-confirmation",
                "extension-notice",
                "special-procedure-notice",
                "voiding-notice",
                "transfer-notice",
                "rectification-notice",
                "commitment-letter",
                "approval-commitment",
                "guardian-consent",
                "rectification-order",
                "annulment-decision",
                "deadline-statement",
                "deferral-letter",
                "deemed-renewal",
                "yearly-check-notice",
                "deferral-expiry",
                "statement-notice",
                "grant-withdrawal-decision",
                "revocation-decision",
                "cancellation-decision",
                "proof-of-service"
            })
    void a_document_says_what_it_needs(String key) {
        OfficialDocument document = OfficialDocument.named(key);

        assertThat(document.bindings()).containsKeys("organ.name", "document.number", "document.date", "case.number");
        assertThat(document.bindings().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void a_certificate_and_its_template_name_the_same_paths(Templates one) {
        CertificateDefinition definition = CertificateDefinition.parse(one.yaml());

        definition.requireFits(one.template());

        assertThat(definition.template()).isEqualTo(one.name() + ".html");
        LicenceIdentifier.parse(one.sample().at("certificate.identifier").asText());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_required_value_is_really_required(Templates one) {
        OfficialDocument document = OfficialDocument.named(one.name());
        List<String> required = document.bindings().keySet().stream()
                .filter(path -> !path.contains("[]"))
                .filter(path -> document.optional().stream().noneMatch(path::startsWith))
                .toList();

        assertThat(required).hasSizeGreaterThan(5);
        assertThatExceptionOfType(MissingBindingException.class)
                .isThrownBy(() -> Templates.PRINTER.print(document.template(), Bindings.parse("{}"), Templates.PRINTED))
                .satisfies(refusal -> assertThat(refusal.paths()).containsExactlyInAnyOrderElementsOf(required));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_prints_without_its_optional_parts(Templates one) {
        OfficialDocument document = OfficialDocument.named(one.name());
        ObjectNode data = one.sample().root();
        document.optional().forEach(path -> remove(data, path));

        assertThat(Templates.PRINTER.print(document.template(), new Bindings(data), Templates.PRINTED))
                .isNotEmpty();
    }

    @Test
    void an_unknown_document_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OfficialDocument.named("no-such-document"));
        assertThatIllegalArgumentException().isThrownBy(() -> OfficialDocument.named("../secret"));
    }

    @Test
    void a_description_that_does_not_fit_its_template_is_refused() {
        String html = "<html lang='zh-CN'><title>通知</title><p data-bind='a'></p>";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficialDocument.parse("x", "title: 通知\nbindings: {b: 乙}", html))
                .withMessageContaining("[a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficialDocument.parse("x", "title: 别的\nbindings: {a: 甲}", html));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficialDocument.parse("x", "title: 通知\nbindings: {a: 甲}\nextra: 1", html));
    }

    private static void remove(ObjectNode data, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode owner = dot < 0 ? data : new Bindings(data).at(path.substring(0, dot));
        if (owner instanceof ObjectNode found) {
            found.remove(path.substring(dot + 1));
        }
    }
}
