package org.haina.service.uploads;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files there are; recognised by content, never by what the sender says. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    /** Made by the service only: nothing that comes in is ever taken for one. */
    ZIP("application/zip", "zip");

    private static final Set<FileType> UPLOADABLE = EnumSet.of(PDF, JPEG, PNG);

    private final String mediaType;
    private final String extension;
    private final Set<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extension = extensions[0];
        this.extensions = Set.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of a name, without the dot. */
    public String extension() {
        return extension;
    }

    /** False for what only the service makes. */
    boolean isUploadable() {
        return UPLOADABLE.contains(this);
    }

    /** All kinds we take. */
    static Set<FileType> uploadable() {
        return Set.copyOf(UPLOADABLE);
    }

    /** Of those we take, by ending of a name ({@code pdf}, {@code JPEG}) as item definitions and file names have it. */
    public static Optional<FileType> ofExtension(String extension) {
        return UPLOADABLE.stream()
                .filter(type -> type.extensions.contains(extension.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
