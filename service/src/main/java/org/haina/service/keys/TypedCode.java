package org.haina.service.keys;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A number or code as people type it: full-width, in small letters, with blanks and hyphens between. */
public final class TypedCode {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}]+");
    private static final int LONGEST = 100; // what is longer is no code and is left as it came

    private TypedCode() {}

    /** Half-width capitals and digits without what stands between them. */
    public static String plain(String typed) {
        return typed.length() > LONGEST
                ? typed
                : BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
    }
}
