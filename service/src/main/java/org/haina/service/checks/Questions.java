package org.haina.service.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Check;
import org.haina.processes.Window.Round;
import org.haina.service.cases.CaseFile;

/** Turns a form into the parameters of a question, and an answer into differences. Forms use the registers' words. */
final class Questions {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Questions() {}

    /** Whether the item asks this under the applicant's answers. */
    static boolean applies(Check check, ObjectNode form) {
        var when = check.when();
        return when == null || when.holds(form.path(when.field()).asText());
    }

    /** The parameters, or empty if the form lacks one that is required: then a person must look. */
    static Optional<ObjectNode> parameters(Check check, ObjectNode form, CaseFile file, ItemDefinition item) {
        RegisterCatalogue.Query query = RegisterCatalogue.get()
                .findQuery(check.register(), check.query())
                .orElseThrow(() -> new IllegalStateException("No query " + check));
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (RegisterCatalogue.Parameter parameter : query.parameters()) {
            Optional<String> value = value(parameter.key(), form, file, item);
            if (value.isEmpty() && parameter.required()) {
                return Optional.empty();
            }
            value.ifPresent(v -> parameters.put(parameter.key(), v));
        }
        return Optional.of(parameters);
    }

    private static Optional<String> value(String key, ObjectNode form, CaseFile file, ItemDefinition item) {
        return switch (key) {
            case "round" -> round(file, item);
            case "holder" -> text(form, "idNumber");
            case "holderType" -> text(form, "idType");
            default -> text(form, key);
        };
    }

    private static Optional<String> round(CaseFile file, ItemDefinition item) {
        LocalDate filed = LocalDate.ofInstant(file.receivedAt(), SHANGHAI);
        return Optional.ofNullable(item.window())
                .flatMap(window -> window.openOn(filed))
                .map(Round::name);
    }

    private static Optional<String> text(ObjectNode form, String key) {
        JsonNode value = form.path(key);
        return value.isValueNode() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** Keys the register found to differ, and those where the answer is not what the applicant declared. */
    static List<String> differences(Check check, Answer answer, ObjectNode form) {
        List<String> keys = new ArrayList<>(answer.differences());
        check.comparisons().forEach((key, field) -> {
            String said = answer.fields().path(key).asText();
            String declared = form.path(field).asText();
            if (!said.isEmpty() && !declared.isEmpty() && !said.equals(declared) && !keys.contains(key)) {
                keys.add(key);
            }
        });
        return keys;
    }
}
