package org.haina.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A national or municipal code table that forms refer to by name instead of repeating it. */
record CodeList(String name, List<FormLayout.Option> options, Set<String> codes) {
    private static final Map<String, CodeList> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NAMES = Set.of("cn-ethnic", "sh-district");

    static boolean exists(String name) {
        return NAMES.contains(name);
    }

    static CodeList named(String name) {
        return READ.computeIfAbsent(name, CodeList::read);
    }

    boolean contains(String code) {
        return codes.contains(code);
    }

    private static CodeList read(String name) {
        try (InputStream in = CodeList.class.getResourceAsStream("codes/" + name + ".json")) {
            List<Row> rows = JSON.readValue(Objects.requireNonNull(in, name), new TypeReference<>() {});
            return new CodeList(
                    name,
                    rows.stream().map(Row::option).toList(),
                    rows.stream().map(Row::value).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("Code list " + name, e);
        }
    }

    private record Row(String value, String zh, String en) {
        FormLayout.Option option() {
            return new FormLayout.Option(value, new FormLayout.Text(zh, en), null);
        }
    }
}
