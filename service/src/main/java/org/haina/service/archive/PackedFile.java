package org.haina.service.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of a package.
 *
 * @param path inside the package; no personal data
 * @param about what the index says of it besides size and digests
 */
record PackedFile(String path, String mediaType, byte[] content, ObjectNode about) {

    static final String JSON_TYPE = "application/json";

    private static final ObjectMapper JSON = new ObjectMapper();

    static PackedFile json(String path, JsonNode content) {
        return new PackedFile(path, JSON_TYPE, bytes(content), JsonNodeFactory.instance.objectNode());
    }

    /** UTF-8, members in the order in which they were put. */
    static byte[] bytes(JsonNode content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree has a JSON form", e);
        }
    }
}
