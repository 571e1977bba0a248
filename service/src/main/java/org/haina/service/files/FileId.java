package org.haina.service.files;

import java.util.UUID;

/** Name of a stored file; random, so knowing one says nothing about others. */
public record FileId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
