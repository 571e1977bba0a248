package org.haina.service.files;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps bytes under a key; the file system here, an object store where several machines share one. */
interface FileStore {

    /**
     * Keeps the bytes for good before it returns; there is never a half-written object. An existing object stays.
     *
     * @param key 64 hexadecimal digits
     * @throws java.io.UncheckedIOException if they could not be kept, for example because the disk is full
     */
    void put(String key, byte[] bytes);

    boolean contains(String key);

    /** Empty if there is no such object. */
    Optional<byte[]> get(String key);

    void delete(String key);

    /** Keys of objects not written within the given time, in no order; to be closed. */
    Stream<String> olderThan(Duration age);
}
