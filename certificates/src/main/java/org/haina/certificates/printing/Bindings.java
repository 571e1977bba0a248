package org.haina.certificates.printing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The data a template is filled with: nested objects, lists and scalars, addressed by paths such as {@code holder.name}.
 *
 * @param root an object; scalars print as their text, so dates and amounts are handed in as they shall stand on paper
 */
public record Bindings(ObjectNode root) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From nested maps, lists, strings and numbers. */
    public static Bindings of(Map<String, ?> values) {
        return new Bindings(JSON.valueToTree(values));
    }

    /**
     * From a JSON object.
     *
     * @throws IllegalArgumentException when the text is not a JSON object
     */
    public static Bindings parse(String json) {
        try {
            return new Bindings(JSON.readValue(json, ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Bindings must be a JSON object", e);
        }
    }

    /** The value at a path, or a missing node. */
    public JsonNode at(String path) {
        return at(root, path);
    }

    static JsonNode at(JsonNode from, String path) {
        JsonNode node = from;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
