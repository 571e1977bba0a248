package org.haina.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a document's keys with a record's components, so that every missing or unknown key is told at once. */
final class RecordKeys {
    private final List<String> problems = new ArrayList<>();

    private RecordKeys() {}

    static List<String> problemsOf(JsonNode root, Class<? extends Record> type) {
        RecordKeys keys = new RecordKeys();
        keys.compare(root, type, "");
        return keys.problems;
    }

    private void compare(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            problems.add((path.isEmpty() ? "the file" : path) + ": must be a map of keys");
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(join(path, name) + ": unknown key");
            }
        });
        for (RecordComponent component : components) {
            compareValue(node.path(component.getName()), component, join(path, component.getName()));
        }
    }

    private void compareValue(JsonNode value, RecordComponent component, String path) {
        if (isNothing(value)) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                problems.add(path + ": missing");
            }
        } else if (component.getType().isRecord()) {
            compare(value, component.getType(), path);
        } else if (component.getType() == List.class) {
            compareList(value, component, path);
        }
    }

    private void compareList(JsonNode value, RecordComponent component, String path) {
        if (!value.isArray()) {
            problems.add(path + ": must be a list");
            return;
        }
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        for (int i = 0; i < value.size(); i++) {
            String at = path + "[" + i + "]";
            if (value.get(i).isNull()) {
                problems.add(at + ": missing");
            } else if (element instanceof Class<?> type && type.isRecord()) {
                compare(value.get(i), type, at);
            }
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
