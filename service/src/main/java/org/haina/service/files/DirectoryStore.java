package org.haina.service.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects as files below one directory, two levels deep by the first digits of the key; readable by us only. */
final class DirectoryStore implements FileStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;

    DirectoryStore(Path directory) {
        this.root = directory.toAbsolutePath();
        this.incoming = root.resolve("incoming");
        unchecked(() -> {
            Files.createDirectories(incoming);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return root;
        });
    }

    @Override
    public void put(String key, byte[] bytes) {
        Path place = place(key);
        if (Files.exists(place)) {
            return;
        }
        unchecked(() -> {
            Path part = incoming.resolve(UUID.randomUUID().toString());
            try {
                write(part, bytes);
                Files.createDirectories(shelf(key));
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                sync(shelf(key));
                return place;
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    @Override
    public boolean contains(String key) {
        return Files.exists(place(key));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return unchecked(() -> {
            try {
                return Optional.of(Files.readAllBytes(place(key)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String key) {
        unchecked(() -> Files.deleteIfExists(place(key)));
    }

    @Override
    public Stream<String> olderThan(Duration age) {
        Instant limit = Instant.ofEpochMilli(System.currentTimeMillis()).minus(age);
        return unchecked(() -> Files.walk(root, 3)
                .filter(path -> KEY.matcher(path.getFileName().toString()).matches())
                .filter(path -> writtenBefore(path, limit))
                .map(path -> path.getFileName().toString()));
    }

    private static boolean writtenBefore(Path path, Instant limit) {
        return unchecked(() -> Files.getLastModifiedTime(path).toInstant().isBefore(limit));
    }

    private Path place(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of the file store");
        }
        return shelf(key).resolve(key);
    }

    private Path shelf(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2, 4));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Without this a power failure may forget the name of a file whose bytes are safe. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static <T> T unchecked(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The file store does not work", e);
        }
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws IOException;
    }
}
