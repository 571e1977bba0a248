package org.haina.service.uploads;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Pixels;

/**
 * What a field takes.
 *
 * @param types at least one
 * @param maxMegabytes 1 to 20, in units of 1024 × 1024 bytes
 * @param minWidth of a picture, in pixels; 0 for any
 * @param minHeight likewise
 */
public record FileRules(Set<FileType> types, int maxMegabytes, int minWidth, int minHeight) {

    /** No file is larger, whatever the field. */
    public static final int LARGEST_MEGABYTES = 20;

    /** Everything we take at all. */
    public static final FileRules WIDEST = new FileRules(FileType.uploadable(), LARGEST_MEGABYTES);

    public FileRules {
        if (types.isEmpty() || maxMegabytes < 1 || maxMegabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException("A field takes a type of file, of 1 to 20 MB");
        }
        if (!types.stream().allMatch(FileType::isUploadable)) {
            throw new IllegalArgumentException("No field takes what only the service makes: " + types);
        }
        types = Set.copyOf(types);
    }

    /** What an item says of one of its materials. */
    public static FileRules of(Material material) {
        Set<FileType> types = material.types().stream()
                .flatMap(type -> FileType.ofExtension(type).stream())
                .collect(Collectors.toSet());
        Pixels least = Optional.ofNullable(material.pixels()).orElse(new Pixels(0, 0));
        return types.isEmpty() ? WIDEST : new FileRules(types, material.maxMb(), least.width(), least.height());
    }

    /** For pictures of any size. */
    public FileRules(Set<FileType> types, int maxMegabytes) {
        this(types, maxMegabytes, 0, 0);
    }

    int maxBytes() {
        return maxMegabytes << 20;
    }
}
