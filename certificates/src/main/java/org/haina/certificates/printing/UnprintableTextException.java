package org.haina.certificates.printing;

import java.util.Locale;

/** A value holds a character that no embedded font can show, or that would stay invisible. Nothing is printed. */
public final class UnprintableTextException extends RuntimeException {
    private final int codePoint;
    private final String source;

    UnprintableTextException(int codePoint, String source) {
        super(String.format(
                Locale.ROOT,
                "Cannot print character U+%04X (%s) in '%s'",
                codePoint,
                Character.getName(codePoint),
                source));
        this.codePoint = codePoint;
        this.source = source;
    }

    /** The Unicode code point that cannot be printed. */
    public int codePoint() {
        return codePoint;
    }

    /** Where it stands: the path of the binding, or {@code template}. */
    public String source() {
        return source;
    }
}
