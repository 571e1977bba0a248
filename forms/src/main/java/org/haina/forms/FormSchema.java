package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.haina.forms.FormLayout.Answer;
import org.haina.forms.FormLayout.Type;

/**
 * The part of JSON Schema 2020-12 that a form may use: one flat object of bounded texts, numbers, booleans and lists of
 * texts. Everything else is refused when the form is read, so that a typing error never silently loosens a rule.
 */
record FormSchema(Map<String, Property> properties, ObjectNode definition) {
    static final String SECRET = "x-haina-secret";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int LONGEST_TEXT = 10_000;
    private static final Set<String> ROOT =
            Set.of("$schema", "$id", "type", "properties", "required", "additionalProperties");
    private static final List<String> LIMITS =
            List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");
    private static final Set<String> COMMON = Set.of("type", "enum", "const", SECRET);
    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "string", Set.of("minLength", "maxLength", "pattern", "format"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"),
            "boolean", Set.of(),
            "array", Set.of("items", "minItems", "maxItems", "uniqueItems"));

    record Property(Answer answer, Set<String> codes) {}

    static FormSchema read(JsonNode schema) {
        Source.onlyKeys(schema, ROOT, "schema");
        Source.require(DIALECT.equals(schema.path("$schema").asText()), "schema: $schema must be " + DIALECT);
        Source.require("object".equals(schema.path("type").asText()), "schema: type must be object");
        JsonNode closed = schema.path("additionalProperties");
        Source.require(closed.isBoolean() && !closed.asBoolean(), "schema: additionalProperties must be false");
        Set<String> required = required(schema);
        Map<String, Property> properties = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(e -> properties.put(e.getKey(), property(e.getKey(), e.getValue(), required)));
        required.forEach(name -> Source.require(
                properties.containsKey(name), "schema: required names " + name + ", which is no property"));
        return new FormSchema(properties, withoutPresence(schema));
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Property property(String name, JsonNode definition, Set<String> required) {
        String where = "schema /properties/" + name;
        Source.require(name.matches("[a-z][A-Za-z0-9]{0,59}"), where + ": not a camel-case name");
        String type = definition.path("type").asText();
        Source.require(KEYWORDS.containsKey(type), where + ": type must be one of " + KEYWORDS.keySet());
        Set<String> allowed = new LinkedHashSet<>(COMMON);
        allowed.addAll(KEYWORDS.getOrDefault(type, Set.of()));
        Source.onlyKeys(definition, allowed, where);
        LIMITS.forEach(limit -> Source.require(
                !definition.has(limit) || definition.path(limit).isNumber(), where + ": " + limit + " is no number"));
        bounded(type, definition, where);
        if (definition.has("pattern")) anchored(definition.path("pattern").asText(), where);
        JsonNode codes = type.equals("array") ? definition.path("items") : definition;
        String format = definition.path("format").asText("");
        Answer answer = new Answer(
                typeOf(type),
                required.contains(name),
                definition.path(SECRET).asBoolean(),
                definition.path("maxLength").asInt(0),
                format.isEmpty() ? null : format);
        return new Property(answer, texts(codes.path("enum")));
    }

    private static void bounded(String type, JsonNode definition, String where) {
        if (type.equals("array")) {
            Source.require(definition.path("maxItems").asInt(0) > 0, where + ": maxItems is missing");
            JsonNode items = definition.path("items");
            Source.require("string".equals(items.path("type").asText()), where + ": items must be texts");
            Source.onlyKeys(items, Set.of("type", "enum", "maxLength"), where + "/items");
            boundedText(items, where + "/items");
        } else if (type.equals("string")) {
            boundedText(definition, where);
        }
    }

    private static void boundedText(JsonNode definition, String where) {
        int longest = definition.path("maxLength").asInt(0);
        Source.require(
                definition.has("enum") || definition.has("const") || longest > 0 && longest <= LONGEST_TEXT,
                where + ": maxLength from 1 to " + LONGEST_TEXT + " is missing");
        String format = definition.path("format").asText("date");
        Source.require(
                format.equals("date") || IdentifierFormat.named(format).isPresent(),
                where + ": unknown format " + format);
    }

    /** JSON Schema searches for a pattern anywhere; an author nearly always means the whole answer. */
    private static void anchored(String pattern, String where) {
        Source.require(
                pattern.startsWith("^") && pattern.endsWith("$"), where + ": pattern must begin with ^ and end with $");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(where + ": pattern " + e.getDescription(), e);
        }
    }

    private static Type typeOf(String type) {
        return switch (type) {
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "array" -> Type.LIST;
            default -> Type.TEXT;
        };
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** Presence depends on the layout's conditions and is judged there; the validator sees values only. */
    private static ObjectNode withoutPresence(JsonNode schema) {
        ObjectNode values = schema.deepCopy();
        values.remove(List.of("$id", "$schema", "required"));
        for (JsonNode property : values.path("properties")) ((ObjectNode) property).remove(SECRET);
        return values;
    }
}
