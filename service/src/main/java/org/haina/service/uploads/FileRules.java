package org.haina.service.uploads;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a field takes.
 *
 * @param types at least one
 * @param maxMegabytes 1 to 20, in units of 1024 × 1024 bytes
 */
public record FileRules(Set<FileType> types, int maxMegabytes) {

    /** No file is larger, whatever the field. */
    public static final int LARGEST_MEGABYTES = 20;

    /** Everything we take at all. */
    public static final FileRules WIDEST = new FileRules(EnumSet.allOf(FileType.class), LARGEST_MEGABYTES);

    public FileRules {
        if (types.isEmpty() || maxMegabytes < 1 || maxMegabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException("A field takes a type of file, of 1 to 20 MB");
        }
        types = Set.copyOf(types);
    }

    int maxBytes() {
        return maxMegabytes << 20;
    }
}
