package org.haina.service.catalog;

import java.time.Instant;
import org.haina.service.keys.ItemKey;

/**
 * A version of an item with its state.
 *
 * @param version as its definition states it; two sets of files may state the same
 * @param by account that brought it into this state, or {@link #RELEASE}
 */
public record VersionEntry(
        long id, ItemKey key, String version, VersionState state, String by, Instant at, String reason) {

    /** Who acts when the start of a release decides. */
    public static final String RELEASE = "release";

    public boolean isDecidedByPerson() {
        return !by.equals(RELEASE);
    }
}
