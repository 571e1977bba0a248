package org.haina.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of a file that is read into a record: path, what stands there, and whether it must. */
final class KeysOfRecord {

    private final Map<Class<?>, String> apart;

    private KeysOfRecord(Map<Class<?>, String> apart) {
        this.apart = apart;
    }

    /** @param apart what stands for records that are told elsewhere */
    static List<List<String>> of(Class<?> type, Map<Class<?>, String> apart) {
        return new KeysOfRecord(apart).rows(type, "").toList();
    }

    /** Path and what stands there only: whether it must is said in words. */
    static List<List<String>> loosely(Class<?> type) {
        return of(type, Map.of()).stream().map(row -> row.subList(0, 2)).toList();
    }

    private Stream<List<String>> rows(Class<?> type, String path) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String key = path + component.getName();
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            List<String> own = List.of("`" + key + "`", words(component.getGenericType()), optional ? "" : "yes");
            Class<?> inner = inner(component);
            return inner.isRecord() && !apart.containsKey(inner)
                    ? Stream.concat(
                            Stream.of(own), rows(inner, key + (component.getType() == List.class ? "[]." : ".")))
                    : Stream.of(own);
        });
    }

    private static Class<?> inner(RecordComponent component) {
        return component.getType() == List.class ? element(component.getGenericType()) : component.getType();
    }

    private static Class<?> element(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    private String words(Type type) {
        if (!(type instanceof Class<?> one)) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type).getRawType();
            return raw == Map.class ? "map of text" : "list of " + words(element(type));
        }
        if (one.isEnum()) {
            return "`" + String.join("` `", values(one)) + "`";
        }
        if (one.isRecord()) {
            return apart.getOrDefault(one, "map");
        }
        return Objects.requireNonNull(
                Map.of(
                                String.class,
                                "text",
                                int.class,
                                "number",
                                boolean.class,
                                "`true` `false`",
                                LocalDate.class,
                                "date")
                        .get(one),
                one::getName);
    }

    private static List<String> values(Class<?> type) {
        List<String> values = new ArrayList<>();
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            try {
                JsonProperty named = type.getField(((Enum<?>) constant).name()).getAnnotation(JsonProperty.class);
                values.add(Objects.requireNonNull(named).value());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
