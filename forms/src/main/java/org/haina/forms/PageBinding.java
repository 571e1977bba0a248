package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Type;
import org.haina.forms.FormLayout.Widget;
import org.jspecify.annotations.Nullable;

/** Between a page's HTML inputs, which are texts, and typed answers. What cannot be converted stays text, for the check to name. */
final class PageBinding {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> TICKED = Set.of("true", "on", "1", "yes");
    private static final List<String> DATE_BOXES = List.of(".year", ".month", ".day");

    private PageBinding() {}

    static void bind(List<Question> questions, Map<String, List<String>> post, ObjectNode data) {
        for (Question question : questions) {
            if (question.widget().isFile() || question.fixed() && data.has(question.field())) continue;
            JsonNode value = value(question, post);
            if (value == null) data.remove(question.field());
            else data.set(question.field(), value);
        }
    }

    /** The texts to put into the inputs of these questions. */
    static Map<String, List<String>> inputs(List<Question> questions, ObjectNode data) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (Question question : questions) {
            JsonNode value = data.get(question.field());
            if (value == null || value.isNull()) continue;
            if (question.widget() == Widget.BIRTHDATE) boxes(question.field(), value.asText(), inputs);
            else inputs.put(question.field(), texts(value));
        }
        return inputs;
    }

    /** Answers one question with one text, if it is not blank. */
    static void answer(Question question, String text, ObjectNode data) {
        JsonNode value = scalar(question, text);
        if (value != null) data.set(question.field(), value);
    }

    /** Gives a text answer its one spelling; a blank one is no answer. */
    static void respell(Question question, ObjectNode data) {
        String text = spelled(question, data.path(question.field()).asText());
        if (text.isEmpty()) data.remove(question.field());
        else data.put(question.field(), text);
    }

    private static @Nullable JsonNode value(Question question, Map<String, List<String>> post) {
        List<String> posted = post.getOrDefault(question.field(), List.of());
        return switch (question.widget()) {
            case BIRTHDATE -> birthDate(question, post);
            case DECLARATION -> ticked(posted) ? JSON.booleanNode(true) : null;
            case CHECKBOX -> question.answer().type() == Type.LIST ? list(posted) : JSON.booleanNode(ticked(posted));
            default -> posted.isEmpty() ? null : scalar(question, posted.get(0));
        };
    }

    private static @Nullable JsonNode scalar(Question question, String typed) {
        String text = spelled(question, typed);
        if (text.isEmpty()) return null;
        return switch (question.answer().type()) {
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(text.equals("true"))
                        : JSON.textNode(text);
            case INTEGER, NUMBER -> number(Spelling.compact(text));
            default -> JSON.textNode(text);
        };
    }

    private static JsonNode number(String text) {
        if (WHOLE.matcher(text).matches()) return JSON.numberNode(Integer.parseInt(text));
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }

    private static String spelled(Question question, String typed) {
        String format = question.answer().format();
        if (question.widget() == Widget.DATE || question.widget() == Widget.BIRTHDATE) return Spelling.date(typed);
        return Optional.ofNullable(format)
                .flatMap(IdentifierFormat::named)
                .map(known -> known.canonical(typed))
                .orElseGet(() -> Spelling.text(typed));
    }

    private static @Nullable JsonNode birthDate(Question question, Map<String, List<String>> post) {
        List<String> boxes = new ArrayList<>();
        for (String box : DATE_BOXES)
            boxes.add(Spelling.compact(post.getOrDefault(question.field() + box, List.of("")).stream()
                    .findFirst()
                    .orElse("")));
        if (boxes.stream().allMatch(String::isEmpty)) return null;
        return JSON.textNode(CalendarDate.join(boxes.get(0), boxes.get(1), boxes.get(2)));
    }

    private static void boxes(String field, String date, Map<String, List<String>> inputs) {
        String[] parts = date.split("-", 3);
        for (int i = 0; i < DATE_BOXES.size(); i++)
            inputs.put(field + DATE_BOXES.get(i), List.of(i < parts.length ? parts[i] : ""));
    }

    private static @Nullable JsonNode list(List<String> posted) {
        ArrayNode list = JSON.arrayNode();
        posted.stream()
                .map(Spelling::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .forEach(list::add);
        return list.isEmpty() ? null : list;
    }

    private static boolean ticked(List<String> posted) {
        return posted.stream().anyMatch(TICKED::contains);
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) return List.of(value.asText());
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
