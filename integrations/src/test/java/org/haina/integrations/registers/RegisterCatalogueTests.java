package org.haina.integrations.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.util.TreeSet;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.RegisterCatalogue.Field;
import org.haina.integrations.registers.RegisterCatalogue.Parameter;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.Test;

class RegisterCatalogueTests {

    private final RegisterCatalogue catalogue = RegisterCatalogue.get();
    private final Registers registers = new Authorities(
                    IntegrationsSettings.sandbox(URI.create("http://127.0.0.1:1")),
                    LicenceTypes.standard(),
                    Clock.systemUTC())
            .registers();

    @Test
    void every_query_of_the_catalogue_is_answered_by_an_adapter_and_no_other() {
        var promised = new TreeSet<String>();
        catalogue.registers().forEach(register -> register.queries()
                .forEach(query -> promised.add(register.key() + "/" + query.key())));

        assertThat(registers.names())
                .containsExactlyInAnyOrderElementsOf(promised)
                .hasSizeGreaterThan(12);
    }

    @Test
    void everything_has_a_chinese_name() {
        assertThat(catalogue.registers()).allSatisfy(register -> {
            assertThat(register.titleZh()).containsPattern("\\p{IsHan}");
            assertThat(register.titleEn()).isNotBlank();
            assertThat(register.queries()).isNotEmpty().allSatisfy(query -> {
                assertThat(query.title()).containsPattern("\\p{IsHan}");
                assertThat(query.findings()).isNotEmpty();
                assertThat(query.parameters()).extracting(Parameter::label).allMatch(label -> !label.isBlank());
                assertThat(query.answers()).extracting(Field::label).allMatch(label -> !label.isBlank());
            });
        });
    }

    @Test
    void a_medical_conclusion_needs_separate_consent() {
        assertThat(catalogue.findQuery("hospital", "medical").orElseThrow().separateConsent())
                .isTrue();
    }

    @Test
    void an_unknown_query_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask("public-security", "shoe-size", "name", "张示例"))
                .withMessage("No query shoe-size at register public-security");
    }

    @Test
    void a_missing_parameter_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask("public-security", "identity", "name", "张示例"))
                .withMessageContaining("idNumber")
                .withMessageNotContaining("张示例");
    }

    @Test
    void an_unknown_parameter_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask("citizen-cloud", "profile", "idNumber", "x", "shoeSize", "四十二"))
                .withMessageContaining("shoeSize")
                .withMessageNotContaining("四十二");
    }

    @Test
    void an_answer_survives_storage() {
        var answer = Answer.differing(java.util.Map.of("school", "海纳示范师范大学"), "name");

        assertThat(Answer.ofJson(answer.toJson())).isEqualTo(answer);
    }

    private void ask(String register, String query, String... parameters) {
        registers.ask(new RegisterRequest(
                register, query, SandboxWorld.parameters(parameters), SandboxWorld.requestId(), "教师资格认定"));
    }
}
