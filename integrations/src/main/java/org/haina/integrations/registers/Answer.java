package org.haina.integrations.registers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A register's answer in our words. Holds personal information: store it encrypted, never log it.
 *
 * @param fields by the catalogue's answer keys; codes and ISO dates as text
 * @param differences answer keys the register itself found to differ from what was asked
 */
public record Answer(Finding finding, ObjectNode fields, List<String> differences) {

    public Answer {
        differences = List.copyOf(differences);
    }

    static Answer of(Finding finding) {
        return of(finding, Map.of());
    }

    static Answer of(Finding finding, Map<String, String> fields) {
        return new Answer(finding, texts(fields), List.of());
    }

    static Answer differing(Map<String, String> fields, String... keys) {
        return new Answer(Finding.DIFFERS, texts(fields), List.of(keys));
    }

    private static ObjectNode texts(Map<String, String> fields) {
        var node = JsonNodeFactory.instance.objectNode();
        fields.forEach(node::put);
        return node;
    }

    /** For the ledger: {@code {finding, fields, differences}}. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("finding", finding.key());
        json.set("fields", fields);
        differences.forEach(json.putArray("differences")::add);
        return json;
    }

    /** Reads {@link #toJson()}. */
    public static Answer ofJson(JsonNode json) {
        var differences = StreamSupport.stream(json.path("differences").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Answer(
                Finding.ofKey(json.path("finding").asText()),
                json.path("fields").deepCopy(),
                differences);
    }

    @Override
    public String toString() {
        return "Answer[" + finding.key() + "]";
    }
}
