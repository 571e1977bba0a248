package org.haina.service.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The key ring as a JSON file that only its owner may read. */
final class KeyRingFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOREIGN = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path path;

    KeyRingFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    KeyRing read() {
        try {
            refuseForeignReaders();
            return parse(Files.readString(path), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key ring " + path + " cannot be read", e);
        }
    }

    /** Replaces the file at once: a reader sees the old ring or the new one, a crash leaves one of them. */
    void write(KeyRing ring) {
        try {
            Files.createDirectories(path.getParent());
            Path draft = Files.createTempFile(path.getParent(), "ring", ".new", ownerOnly());
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ring));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The key ring " + path + " cannot be written", e);
        }
    }

    /** The cause is left out: a parser's message quotes its input, which are keys. */
    static KeyRing parse(String json, String source) {
        try {
            return JSON.readValue(json, KeyRing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The key ring from " + source + " is not valid: "
                    + e.getClass().getSimpleName());
        }
    }

    private void refuseForeignReaders() throws IOException {
        if (POSIX && Files.getPosixFilePermissions(path).stream().anyMatch(FOREIGN::contains)) {
            throw new IllegalStateException("Others may read the key ring " + path + "; set its permissions to 600");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[] {};
    }
}
