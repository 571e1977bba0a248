package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of e-licence.
 *
 * @param key our name, used as {@code licence:KEY} by items and forms
 * @param code the store's 21 characters
 * @param title Chinese name
 * @param surface what stands on its face
 */
public record LicenceType(String key, String code, String title, List<SurfaceField> surface) {

    /** A field on the face: the store's name, ours, and the Chinese label. */
    public record SurfaceField(String wireName, String key, String label) {}

    public LicenceType {
        surface = List.copyOf(surface);
        if (!code.matches("[0-9A-Z]{21}")) {
            throw new IllegalArgumentException("Not a licence type code: " + code);
        }
    }

    /** As {@code licence-types.json} words it. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("key", key).put("code", code).put("title", title);
        var fields = json.putArray("surface");
        surface.forEach(field ->
                fields.addArray().add(field.wireName()).add(field.key()).add(field.label()));
        return json;
    }

    /** The reverse of {@link #toJson()}. */
    public static LicenceType read(JsonNode type) {
        var surface = new ArrayList<SurfaceField>();
        type.path("surface")
                .forEach(field -> surface.add(new SurfaceField(
                        field.path(0).asText(),
                        field.path(1).asText(),
                        field.path(2).asText())));
        return new LicenceType(
                type.path("key").asText(),
                type.path("code").asText(),
                type.path("title").asText(),
                surface);
    }

    /** Surface data in our names; what the type does not declare is left out. */
    public Map<String, String> ours(Map<String, String> wire) {
        var ours = new LinkedHashMap<String, String>();
        surface.forEach(field ->
                Optional.ofNullable(wire.get(field.wireName())).ifPresent(value -> ours.put(field.key(), value)));
        return ours;
    }

    /** @throws IllegalArgumentException naming a key this type does not have */
    void requireKnown(Iterable<String> keys) {
        for (var key : keys) {
            if (surface.stream().noneMatch(field -> field.key().equals(key))) {
                throw new IllegalArgumentException("No field " + key + " on the face of " + this.key);
            }
        }
    }
}
