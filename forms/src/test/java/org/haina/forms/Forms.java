package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Forms, samples and a fixed day for tests: 23 November 2026 in Shanghai. */
final class Forms {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    static final Identifiers DEMO = new Identifiers(true, CLOCK);
    static final Identifiers PRODUCTION = new Identifiers(false, CLOCK);
    static final Path TEACHER = Path.of("services/teacher-qualification");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    static Form teacher() {
        return Form.parse(read(TEACHER.resolve("apply.schema.json")), read(TEACHER.resolve("apply.layout.json")), DEMO);
    }

    static ObjectNode sample(String name) {
        return (ObjectNode) read(TEACHER.resolve("samples/" + name + ".json"));
    }

    static List<Path> samples(String prefix) {
        return samples(TEACHER, prefix);
    }

    static List<Path> samples(Path item, String prefix) {
        try (Stream<Path> files = Files.list(item.resolve("samples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** JSON with single quotes for legibility. */
    static JsonNode json(String quoted) {
        try {
            return JSON.readTree(quoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object(String quoted) {
        return (ObjectNode) json(quoted);
    }
}
