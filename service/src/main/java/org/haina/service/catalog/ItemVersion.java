package org.haina.service.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.haina.forms.Form;
import org.haina.forms.Identifiers;
import org.haina.processes.ItemDefinition;
import org.haina.service.keys.ItemKey;

/** One version of an item with everything that belongs to it. Immutable; forms are parsed once. */
public final class ItemVersion {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long id;
    private final ItemDefinition definition;
    private final Map<String, byte[]> files;
    private final Identifiers identifiers;
    private final UnaryOperator<ItemDefinition> rounds;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    ItemVersion(long id, Map<String, byte[]> files, Identifiers identifiers, UnaryOperator<ItemDefinition> rounds) {
        this.id = id;
        this.rounds = rounds;
        this.identifiers = identifiers;
        this.files = Map.copyOf(files);
        this.definition = ItemDefinition.parse(files.entrySet().stream()
                .filter(e -> e.getKey().endsWith("/item.yaml"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An item has an item.yaml")));
    }

    public long id() {
        return id;
    }

    public ItemKey key() {
        return new ItemKey(definition.key());
    }

    public ItemDefinition definition() {
        return rounds.apply(definition);
    }

    /** The form citizens apply with. */
    public Form applicationForm() {
        return form(definition.forms().apply());
    }

    /** @throws IllegalArgumentException if the item has no such form */
    public Form form(String name) {
        return forms.computeIfAbsent(
                name, n -> Form.parse(json(n + ".schema.json"), json(n + ".layout.json"), identifiers));
    }

    /** A JSON artefact of the item's folder below {@code forms}. */
    public JsonNode json(String name) {
        try {
            return JSON.readTree(file("forms", name)
                    .orElseThrow(() -> new IllegalArgumentException("Item " + key() + " has no " + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The item's own model. */
    public byte[] model() {
        return file("processes", definition.key() + ".bpmn")
                .orElseThrow(() -> new IllegalStateException("Item " + key() + " has no model"));
    }

    /**
     * @param top {@code processes}, {@code forms} or {@code certificates}
     * @param name path below the item's folder
     */
    public Optional<byte[]> file(String top, String name) {
        return Optional.ofNullable(files.get(top + "/" + definition.area() + "/" + definition.key() + "/" + name));
    }
}
