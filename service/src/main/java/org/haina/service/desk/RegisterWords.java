package org.haina.service.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.haina.forms.FormLayout.Question;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.CaseCheck;

/** What a register said, in the words of the question it belongs to: a form's codes and ISO dates mean nothing to a reader. */
final class RegisterWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private RegisterWords() {}

    static String of(ItemVersion item, CaseCheck check, String key, JsonNode said) {
        return question(item, check, key)
                .map(question -> item.applicationForm()
                        .words(question, JsonNodeFactory.instance.objectNode().set(question.field(), said)))
                .orElseGet(() -> plain(said));
    }

    /** The question compared with the answer, or the one of the same name. */
    private static Optional<Question> question(ItemVersion item, CaseCheck check, String key) {
        String field = item.definition().checks().stream()
                .filter(asked -> asked.register().equals(check.register())
                        && asked.query().equals(check.query()))
                .map(asked -> asked.comparisons().get(key))
                .filter(compared -> compared != null)
                .findFirst()
                .orElse(key);
        return item.applicationForm()
                .layout()
                .questions()
                .filter(question -> question.field().equals(field))
                .findFirst();
    }

    private static String plain(JsonNode said) {
        if (said.isContainerNode()) {
            return StreamSupport.stream(said.spliterator(), false)
                    .map(RegisterWords::plain)
                    .collect(Collectors.joining(said.isArray() ? "、" : " "));
        }
        if (said.isBoolean()) {
            return said.asBoolean() ? "是" : "否";
        }
        try {
            return DAY.format(LocalDate.parse(said.asText()));
        } catch (DateTimeParseException notADay) {
            return said.asText();
        }
    }
}
