package org.haina.service.keys;

import java.util.regex.Pattern;

/**
 * Number of a case as people read it: {@code HN}, two digits of the year, eleven random characters of Crockford's
 * alphabet and an ISO 7064 MOD 37,36 check character; 16 characters, printable as Code 128.
 *
 * @param value upper case, check character verified
 */
public record CaseNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("HN\\d{2}[0-9A-HJKMNP-TV-Z]{11}[0-9A-Z]");

    public CaseNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a case number");
        }
    }

    /** True if the text has the format and its check character fits. */
    public static boolean isValid(String text) {
        return hasFormat(text) && Mod3736.fits(text);
    }

    /** True if it looks like a number, whether or not its check character fits. */
    public static boolean hasFormat(String text) {
        return FORMAT.matcher(text).matches();
    }

    /** Completes {@code HN} + year + random part by its check character. */
    static CaseNumber ofBody(String body) {
        return new CaseNumber(body + Mod3736.checkCharacter(body));
    }

    @Override
    public String toString() {
        return value;
    }
}
