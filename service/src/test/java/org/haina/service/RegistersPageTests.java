package org.haina.service;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.Finding;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.integrations.registers.RegisterCatalogue.Field;
import org.haina.integrations.registers.RegisterCatalogue.Parameter;
import org.haina.integrations.registers.RegisterCatalogue.Query;
import org.haina.integrations.registers.RegisterCatalogue.Register;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/registers.md} what the catalogue says; {@code -Dhaina.docs.write=true} writes it anew. */
class RegistersPageTests {

    private static final Path PAGE = Path.of("../docs/registers.md");
    private static final List<Register> REGISTERS = RegisterCatalogue.get().registers();

    @Test
    void the_page_about_registers_is_current() throws IOException {
        if (Boolean.getBoolean("haina.docs.write")) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE))
                .as("run this test with -Dhaina.docs.write=true")
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # Registers: whom an item may ask, and what

                Generated from the code. A check of `item.yaml` names `register` and `query`; a question takes from the form the fields of
                the names below (`?`: it may be absent), so a form asks them under these names. Exceptions: `round` is the item's
                window, and `certificate-number` is told `year`, `organ` and the holder by the service, the rest by the form. Commands are given by steps and
                are no checks. Answers' fields serve `compare`, `register …` in `facts.yaml` and, as `registers.REGISTER.QUERY.FIELD`, a
                certificate. Findings: [reference](item-reference.md).

                %s
                ## Codes
                Answers hold the code; people see the word.

                | codes of | code: word |
                |---|---|
                %s

                ## What a form may be prefilled with
                | prefill | from |
                |---|---|
                %s

                ## Licence types
                `licence:TYPE.FIELD` prefills from the face of a licence that the applicant holds; `licence:TYPE` is also a material's source.
                A certificate's `type` is the code, the names of its `surface` are the fields.

                | type | title | code | fields |
                |---|---|---|---|
                %s
                """
                .formatted(
                        REGISTERS.stream().map(RegistersPageTests::section).collect(joining("\n")),
                        codes(),
                        prefills(),
                        LicenceTypes.standard().all().stream()
                                .map(RegistersPageTests::row)
                                .collect(joining("\n")));
    }

    private static String section(Register register) {
        return """
                ## `%s`: %s (%s)
                | query | what | told | answers | findings |
                |---|---|---|---|---|
                %s
                """
                .formatted(
                        register.key(),
                        register.titleZh(),
                        register.titleEn(),
                        register.queries().stream().map(RegistersPageTests::row).collect(joining("\n")));
    }

    private static String row(Query query) {
        String consent = query.separateConsent() ? "; the form asks `" + query.key() + "Consent`" : "";
        return "| `%s` | %s%s%s | %s | %s | %s |"
                .formatted(
                        query.key(),
                        query.title(),
                        query.command() ? " (command)" : "",
                        consent,
                        query.parameters().stream()
                                .map(RegistersPageTests::told)
                                .collect(joining(", ")),
                        query.answers().stream().map(RegistersPageTests::told).collect(joining(", ")),
                        query.findings().stream().map(Finding::key).collect(joining(", ")));
    }

    private static String told(Parameter parameter) {
        return "`" + parameter.key() + "`" + (parameter.required() ? " " : "? ") + parameter.label();
    }

    private static String told(Field field) {
        return "`" + field.key() + "` " + field.label() + (field.words().isEmpty() ? "" : " (code)");
    }

    private static String codes() {
        Map<String, String> codes = new TreeMap<>();
        answers()
                .filter(field -> !field.words().isEmpty())
                .forEach(field -> codes.put(
                        field.label(),
                        new TreeMap<>(field.words())
                                .entrySet().stream()
                                        .map(word -> "`" + word.getKey() + "` " + word.getValue())
                                        .collect(joining(", "))));
        return codes.entrySet().stream()
                .map(code -> "| " + code.getKey() + " | " + code.getValue() + " |")
                .collect(joining("\n"));
    }

    private static Stream<Field> answers() {
        return REGISTERS.stream()
                .flatMap(register -> register.queries().stream())
                .flatMap(query -> query.answers().stream());
    }

    private static String prefills() {
        return prefills(
                        "citizen.",
                        "citizen-cloud",
                        "profile",
                        "the person who applies; of those without a resident card only the first three")
                + "\n"
                + prefills("organisation.", "business-registry", "enterprise", "the organisation that applies");
    }

    private static String prefills(String prefix, String register, String query, String from) {
        return "| %s | %s |"
                .formatted(
                        RegisterCatalogue.get().findQuery(register, query).orElseThrow().answers().stream()
                                .map(field -> "`" + prefix + field.key() + "`")
                                .collect(joining(" ")),
                        from);
    }

    private static String row(LicenceType type) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        type.key(),
                        type.title(),
                        type.code(),
                        type.surface().stream()
                                .map(field -> "`" + field.key() + "` " + field.label())
                                .collect(joining(", ")));
    }
}
