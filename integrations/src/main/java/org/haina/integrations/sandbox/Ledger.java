package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the authorities have done, one effect per authority, kind and request id. Each effect is one line, forced to
 * disk before it is answered; a line torn by a crash was never answered and is dropped at the next start.
 */
final class Ledger {

    /** A request id came back with other content. */
    static final class Conflict extends RuntimeException {}

    /** One thing done. */
    record Effect(String authority, String kind, String requestId, ObjectNode body, ObjectNode answer) {

        private String key() {
            return authority + "|" + kind + "|" + requestId;
        }
    }

    private final Path file;
    private final Map<String, Effect> effects = new LinkedHashMap<>();

    Ledger(Path directory) {
        this.file = directory.resolve("effects.jsonl");
        try {
            Files.createDirectories(directory);
            load();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot keep its state in " + directory, e);
        }
    }

    /** Does the work once; a repeated request gets the first answer. */
    synchronized ObjectNode once(
            String authority, String kind, String requestId, ObjectNode body, Supplier<ObjectNode> work) {
        var known = effects.get(authority + "|" + kind + "|" + requestId);
        if (known == null) {
            known = new Effect(authority, kind, requestId, body, work.get());
            append(line(known));
            effects.put(known.key(), known);
        } else if (!known.body().equals(body)) {
            throw new Conflict();
        }
        return known.answer().deepCopy();
    }

    synchronized List<Effect> effects(String authority) {
        return effects.values().stream()
                .filter(effect -> effect.authority().equals(authority))
                .toList();
    }

    List<Effect> effects(String authority, String kind) {
        return effects(authority).stream()
                .filter(effect -> effect.kind().equals(kind))
                .toList();
    }

    synchronized void reset() {
        effects.clear();
        rewrite();
    }

    private void load() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (var line : Files.readString(file, UTF_8).split("\n")) {
            var json = Json.read(line.getBytes(UTF_8));
            if (json.path("answer") instanceof ObjectNode answer && json.path("body") instanceof ObjectNode body) {
                var effect = new Effect(
                        json.path("authority").asText(),
                        json.path("kind").asText(),
                        json.path("requestId").asText(),
                        body,
                        answer);
                effects.put(effect.key(), effect);
            }
        }
        rewrite();
    }

    private void rewrite() {
        try {
            var fresh = new ArrayList<Effect>(effects.values());
            var whole = file.resolveSibling("effects.tmp");
            Files.writeString(whole, fresh.stream().map(Ledger::line).collect(Collectors.joining()), UTF_8);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        try (var channel = FileChannel.open(file, CREATE, APPEND)) {
            var bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Effect effect) {
        var json = Json.object()
                .put("authority", effect.authority())
                .put("kind", effect.kind())
                .put("requestId", effect.requestId());
        json.set("body", effect.body());
        json.set("answer", effect.answer());
        return new String(Json.bytes(json), UTF_8) + "\n";
    }
}
