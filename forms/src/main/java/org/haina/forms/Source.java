package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.haina.forms.FormLayout.Text;
import org.jspecify.annotations.Nullable;

/** Strict reading of an author's JSON: a wrong definition fails with the place and the reason. */
final class Source {
    private Source() {}

    static void require(boolean condition, String problem) {
        if (!condition) throw new IllegalArgumentException(problem);
    }

    static void onlyKeys(JsonNode object, Set<String> allowed, String where) {
        require(object.isObject(), where + ": not an object");
        object.fieldNames()
                .forEachRemaining(key -> require(
                        allowed.contains(key),
                        where + ": unknown key \"" + key + "\", allowed are " + new TreeSet<>(allowed)));
    }

    static String word(JsonNode object, String key, String where) {
        JsonNode word = object.path(key);
        require(word.isTextual() && !word.asText().isBlank(), where + ": " + key + " is missing");
        return word.asText();
    }

    static @Nullable String optionalWord(JsonNode object, String key, String where) {
        return object.has(key) ? word(object, key, where) : null;
    }

    static Text text(JsonNode object, String key, String where) {
        JsonNode text = object.path(key);
        onlyKeys(text, Set.of("zh", "en"), where + "/" + key);
        return new Text(word(text, "zh", where + "/" + key), word(text, "en", where + "/" + key));
    }

    static @Nullable Text optionalText(JsonNode object, String key, String where) {
        return object.has(key) ? text(object, key, where) : null;
    }
}
