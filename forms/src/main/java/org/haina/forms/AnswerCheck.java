package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Widget;
import org.jspecify.annotations.Nullable;

/** Judges answers question by question: asked or not, there or not, harmless, right by the schema, in agreement. */
final class AnswerCheck {
    private final Map<String, Question> asked = new HashMap<>();
    private final ValueCheck values;
    private final Messages messages;

    AnswerCheck(FormLayout layout, ValueCheck values, Messages messages) {
        layout.questions().filter(q -> !q.widget().isFile()).forEach(q -> asked.put(q.field(), q));
        this.values = values;
        this.messages = messages;
    }

    /** Asked under this data; a question whose condition itself is not asked is not asked either. */
    boolean visible(Question question, ObjectNode data) {
        FormLayout.When when = question.when();
        if (when == null) return true;
        Question condition = asked.get(when.field());
        return condition != null && when.holds(data.get(when.field())) && visible(condition, data);
    }

    List<Finding> unknown(ObjectNode data) {
        List<Finding> findings = new ArrayList<>();
        data.fieldNames().forEachRemaining(name -> {
            if (!asked.containsKey(name)) findings.add(Finding.at(name, "unknown", Messages.unknown(name)));
        });
        return findings;
    }

    /** At most one finding for each question, in the questions' order. */
    List<Finding> check(List<Question> questions, ObjectNode data) {
        Map<String, Finding> findings = new HashMap<>();
        ObjectNode candidates = JsonNodeFactory.instance.objectNode();
        for (Question question : questions) {
            if (question.widget().isFile()) continue;
            presence(question, data)
                    .or(() -> harm(question, data))
                    .ifPresentOrElse(f -> findings.put(question.field(), f), () -> take(question, data, candidates));
        }
        for (ValidationMessage broken : values.broken(candidates)) note(broken, candidates, findings);
        for (Question question : questions)
            if (candidates.has(question.field()))
                disagreement(question, data)
                        .or(() -> disorder(question, data))
                        .ifPresent(f -> findings.putIfAbsent(question.field(), f));
        return questions.stream()
                .map(Question::field)
                .filter(findings::containsKey)
                .map(findings::get)
                .toList();
    }

    private static void take(Question question, ObjectNode data, ObjectNode candidates) {
        JsonNode value = data.get(question.field());
        if (value != null) candidates.set(question.field(), value);
    }

    private Optional<Finding> presence(Question question, ObjectNode data) {
        JsonNode value = data.get(question.field());
        if (!visible(question, data))
            return Optional.ofNullable(value).map(v -> finding(question, "hidden", Messages.hidden(question)));
        return question.required() && isBlank(value)
                ? Optional.of(finding(question, "required", Messages.missing(question)))
                : Optional.empty();
    }

    private static boolean isBlank(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()
                || value.isArray() && value.isEmpty();
    }

    private static Optional<Finding> harm(Question question, ObjectNode data) {
        JsonNode value = data.get(question.field());
        if (value == null) return Optional.empty();
        if (value.isTextual()) return harm(question, value.asText());
        for (JsonNode item : value) {
            Optional<Finding> found = item.isTextual() ? harm(question, item.asText()) : Optional.empty();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Finding> harm(Question question, String text) {
        Optional<String> flaw =
                question.widget() == Widget.TEXTAREA ? TextRules.flawOfProse(text) : TextRules.flawOfLine(text);
        return flaw.map(words -> finding(question, "text", Messages.unsafe(question, words)));
    }

    private void note(ValidationMessage broken, ObjectNode candidates, Map<String, Finding> findings) {
        String field = broken.getInstanceLocation().getElement(0).toString();
        Question question = asked.get(field);
        if (question == null) return;
        Finding finding = new Finding(
                broken.getInstanceLocation().toString(),
                broken.getType(),
                messages.broken(question, broken, candidates.path(field)));
        findings.merge(field, finding, AnswerCheck::graver);
    }

    /** Too long or of the wrong type says more than a format that then cannot match. */
    private static Finding graver(Finding first, Finding second) {
        return List.of("type", "maxLength").contains(second.rule()) ? second : first;
    }

    private Optional<Finding> disagreement(Question question, ObjectNode data) {
        String other = question.agreesWith();
        Question number = other == null ? null : asked.get(other);
        if (number == null || !visible(number, data)) return Optional.empty();
        String value = data.path(number.field()).asText();
        if (IdentityNumber.flawOf(value) != IdentityNumber.Flaw.NONE) return Optional.empty();
        IdentityNumber identity = new IdentityNumber(value);
        String expected = question.widget() == Widget.BIRTHDATE
                ? identity.birthDate().toString()
                : identity.sex().code();
        return data.path(question.field()).asText().equals(expected)
                ? Optional.empty()
                : Optional.of(finding(question, "agreement", Messages.disagreeing(question, number)));
    }

    /** Two dates of which one must be later; what is no date is told as such. */
    private Optional<Finding> disorder(Question question, ObjectNode data) {
        String other = question.after();
        Question earlier = other == null ? null : asked.get(other);
        if (earlier == null || !visible(earlier, data)) return Optional.empty();
        String first = data.path(earlier.field()).asText();
        return first.isEmpty() || data.path(question.field()).asText().compareTo(first) > 0
                ? Optional.empty()
                : Optional.of(finding(question, "order", Messages.disordered(question, earlier)));
    }

    private static Finding finding(Question question, String rule, String message) {
        return Finding.at(question.field(), rule, message);
    }
}
