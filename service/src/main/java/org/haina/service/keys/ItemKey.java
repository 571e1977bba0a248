package org.haina.service.keys;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Key of a service item: its folder's name, unique across areas, also the key of its process.
 *
 * @param value lower case letters, digits and hyphens, at most 60 characters
 */
public record ItemKey(String value) {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ItemKey {
        if (value.length() > 60 || !FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an item key");
        }
    }

    /** The key, if the text can be one. */
    public static Optional<ItemKey> find(String text) {
        return text.length() <= 60 && FORMAT.matcher(text).matches()
                ? Optional.of(new ItemKey(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
