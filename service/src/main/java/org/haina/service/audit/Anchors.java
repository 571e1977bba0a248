package org.haina.service.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.MovedClock;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Signed copies of the chain's head outside the database, one file a day, the present day's rewritten at each round. Who
 * recomputes the chain inside the database, or cuts off its end, contradicts them. After a restore to an earlier moment
 * the anchors of the time undone contradict the database too and have to be set aside by hand.
 */
@Component
class Anchors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PURPOSE = "audit-anchor";
    private static final String SUFFIX = ".json";

    private final Path directory;
    private final Vault vault;
    private final Clock clock;
    private volatile SealedHead kept = SealedHead.GENESIS;

    /** What stands in a file. */
    record Anchor(long entry, String hash, String at, String signature) {

        byte[] message() {
            return message(entry, hash, at);
        }

        static byte[] message(long entry, String hash, String at) {
            return (entry + "\n" + hash + "\n" + at).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A file of the directory; empty if it is not one of ours or its signature does not hold. */
    record Found(String file, Optional<Anchor> anchor) {}

    Anchors(AuditSettings settings, Vault vault, Clock clock) {
        this.directory = settings.anchors().toAbsolutePath();
        this.vault = vault;
        this.clock = MovedClock.real(clock);
    }

    /** Writes the head unless it is what was written last. */
    void keep(SealedHead head) {
        if (head.equals(kept)) {
            return;
        }
        String at = clock.instant().toString();
        String signature = vault.sign(PURPOSE, Anchor.message(head.entry(), head.hash(), at));
        write(LocalDate.now(clock) + SUFFIX, new Anchor(head.entry(), head.hash(), at, signature));
        kept = head;
    }

    List<Found> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> new Found(String.valueOf(file.getFileName()), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors in " + directory + " cannot be read", e);
        }
    }

    /** The newest that holds. */
    Optional<Anchor> newest() {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(file -> read(file).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors in " + directory + " cannot be read", e);
        }
    }

    private Optional<Anchor> read(Path file) {
        try {
            Anchor anchor = JSON.readValue(Files.readString(file), Anchor.class);
            return Optional.of(anchor).filter(a -> vault.verify(PURPOSE, a.message(), a.signature()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor " + file + " cannot be read", e);
        }
    }

    private void write(String name, Anchor anchor) {
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "anchor", ".new");
            Files.writeString(draft, JSON.writeValueAsString(anchor));
            Files.move(
                    draft,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor in " + directory + " cannot be written", e);
        }
    }
}
