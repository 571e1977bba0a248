package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haina.forms.FormLayout.Answer;
import org.haina.forms.FormLayout.Option;
import org.haina.forms.FormLayout.Page;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Text;
import org.haina.forms.FormLayout.Type;
import org.haina.forms.FormLayout.When;
import org.haina.forms.FormLayout.Widget;
import org.jspecify.annotations.Nullable;

/** Reads a layout against its schema; each must name exactly the other's fields. */
final class LayoutReader {
    private static final Set<String> PAGE = Set.of("key", "title", "formal", "intro", "questions");
    private static final Set<String> QUESTION = Set.of(
            "field",
            "widget",
            "label",
            "formal",
            "help",
            "when",
            "prefill",
            "fixed",
            "agreesWith",
            "after",
            "options",
            "error",
            "optional");
    private static final Pattern PREFILL = Pattern.compile(
            "citizen\\.\\w+|organisation\\.\\w+|context\\.(?:item|case)|applicant\\.kind|licence:[\\w-]+\\.\\w+");

    private final FormSchema schema;
    private final Map<String, Question> read = new LinkedHashMap<>();

    private LayoutReader(FormSchema schema) {
        this.schema = schema;
    }

    static FormLayout read(JsonNode layout, FormSchema schema) {
        Source.onlyKeys(layout, Set.of("pages"), "layout");
        FormLayout result = new LayoutReader(schema).pages(layout.path("pages"));
        Set<String> keys = new LinkedHashSet<>();
        result.pages().forEach(page -> Source.require(keys.add(page.key()), "layout: page twice: " + page.key()));
        return result;
    }

    private FormLayout pages(JsonNode source) {
        List<Page> pages = new ArrayList<>();
        for (JsonNode page : source) pages.add(page(page));
        Source.require(!pages.isEmpty(), "layout: no pages");
        Set<String> forgotten = new LinkedHashSet<>(schema.properties().keySet());
        forgotten.removeAll(read.keySet());
        Source.require(forgotten.isEmpty(), "layout: never asks the schema's " + forgotten);
        return new FormLayout(List.copyOf(pages));
    }

    private Page page(JsonNode source) {
        String where = "layout /pages/" + source.path("key").asText("?");
        Source.onlyKeys(source, PAGE, where);
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : source.path("questions")) questions.add(question(question, where));
        Source.require(!questions.isEmpty(), where + ": no questions");
        return new Page(
                Source.word(source, "key", where),
                Source.text(source, "title", where),
                Source.optionalText(source, "formal", where),
                Source.optionalText(source, "intro", where),
                List.copyOf(questions));
    }

    private Question question(JsonNode source, String page) {
        String field = Source.word(source, "field", page);
        String where = page + "/" + field;
        Source.onlyKeys(source, QUESTION, where);
        Source.require(!read.containsKey(field), where + ": asked twice");
        String word = Source.word(source, "widget", where);
        Widget widget =
                Widget.named(word).orElseThrow(() -> new IllegalArgumentException(where + ": unknown widget " + word));
        Answer answer = answer(field, widget, source, where);
        WidgetFit.check(widget, answer, where);
        Question question = new Question(
                field,
                widget,
                Source.text(source, "label", where),
                Source.optionalText(source, "formal", where),
                Source.optionalText(source, "help", where),
                when(source, where),
                prefill(source, where),
                source.path("fixed").asBoolean(false),
                agreesWith(source, widget, where),
                after(source, widget, where),
                options(source, field, widget, where),
                Source.optionalText(source, "error", where),
                answer);
        read.put(field, question);
        return question;
    }

    private Answer answer(String field, Widget widget, JsonNode source, String where) {
        FormSchema.Property property = schema.properties().get(field);
        if (widget.isFile()) {
            Source.require(property == null, where + ": a file is no part of the data, remove it from the schema");
            return new Answer(Type.FILE, !source.path("optional").asBoolean(false), false, 0, null);
        }
        Source.require(!source.has("optional"), where + ": only files say optional, fields say so in the schema");
        if (property == null) throw new IllegalArgumentException(where + ": the schema has no such property");
        return property.answer();
    }

    private @Nullable When when(JsonNode source, String where) {
        if (!source.has("when")) return null;
        JsonNode when = source.path("when");
        Source.onlyKeys(when, Set.of("field", "equals", "in"), where + "/when");
        String field = Source.word(when, "field", where + "/when");
        Question asked = read.get(field);
        if (asked == null)
            throw new IllegalArgumentException(where + ": when names " + field + ", which no earlier question asks");
        Source.require(when.has("equals") != when.has("in"), where + "/when: either equals or in");
        Set<String> answers = new LinkedHashSet<>();
        if (when.has("equals")) answers.add(when.path("equals").asText());
        when.path("in").forEach(value -> answers.add(value.asText()));
        Set<String> possible = possible(asked);
        Source.require(possible.containsAll(answers), where + "/when: " + field + " is one of " + possible);
        return new When(field, Set.copyOf(answers));
    }

    private static Set<String> possible(Question asked) {
        if (asked.answer().type() == Type.BOOLEAN) return Set.of("true", "false");
        Set<String> values = new LinkedHashSet<>();
        asked.options().forEach(option -> values.add(option.value()));
        return values;
    }

    private static @Nullable String prefill(JsonNode source, String where) {
        String prefill = Source.optionalWord(source, "prefill", where);
        Source.require(
                prefill == null || PREFILL.matcher(prefill).matches(),
                where
                        + ": prefill is citizen.<claim>, organisation.<field>, context.item, context.case, applicant.kind or licence:<type>.<field>");
        return prefill;
    }

    private @Nullable String agreesWith(JsonNode source, Widget widget, String where) {
        String other = Source.optionalWord(source, "agreesWith", where);
        if (other == null) return null;
        Question number = read.get(other);
        Source.require(
                number != null
                        && IdentifierFormat.CN_ID_NUMBER
                                .schemaName()
                                .equals(number.answer().format()),
                where + ": agreesWith names no earlier identity number");
        Source.require(
                widget == Widget.BIRTHDATE || widget == Widget.RADIO,
                where + ": only a birth date or a sex agrees with an identity number");
        return other;
    }

    private @Nullable String after(JsonNode source, Widget widget, String where) {
        String other = Source.optionalWord(source, "after", where);
        if (other == null) return null;
        Question date = read.get(other);
        Source.require(
                widget == Widget.DATE && date != null && date.widget() == Widget.DATE,
                where + ": after is of a date and names an earlier one");
        return other;
    }

    private List<Option> options(JsonNode source, String field, Widget widget, String where) {
        JsonNode options = source.path("options");
        FormSchema.Property property = schema.properties().get(field);
        List<Option> result = options.isTextual() ? listed(options.asText(), property, where) : own(options, where);
        Source.require(
                result.isEmpty() != widget.hasOptions() || widget == Widget.CHECKBOX,
                where + ": options do not fit the widget");
        if (property != null && !options.isTextual() && !result.isEmpty())
            WidgetFit.checkChoices(result, property, where);
        return result;
    }

    private static List<Option> listed(String name, FormSchema.@Nullable Property property, String where) {
        Source.require(CodeList.exists(name), where + ": unknown code list " + name);
        Source.require(
                property != null && name.equals(property.answer().format()),
                where + ": the schema's format must be " + name + " too");
        return CodeList.named(name).options();
    }

    private static List<Option> own(JsonNode source, String where) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : source) {
            Source.onlyKeys(option, Set.of("value", "zh", "en", "help"), where + "/options");
            Text label = new Text(Source.word(option, "zh", where), Source.word(option, "en", where));
            options.add(
                    new Option(Source.word(option, "value", where), label, Source.optionalText(option, "help", where)));
        }
        return List.copyOf(options);
    }
}
