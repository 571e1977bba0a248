package org.haina.certificates;

import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of own certificate numbers: {@code {year}}, {@code {organ}} and one {@code {sequence:digits}}. */
final class NumberPattern {
    private static final Pattern SEQUENCE = Pattern.compile("\\{sequence:([1-9])}");

    private NumberPattern() {}

    static boolean isValid(String pattern) {
        String rest =
                SEQUENCE.matcher(pattern).replaceFirst("").replace("{year}", "").replace("{organ}", "");
        return SEQUENCE.matcher(pattern).find() && !rest.contains("{") && !rest.contains("}");
    }

    static String format(String pattern, Year year, String organ, long next) {
        Matcher match = SEQUENCE.matcher(pattern);
        if (!match.find()) {
            throw new IllegalArgumentException("No sequence in " + pattern);
        }
        int digits = Integer.parseInt(match.group(1));
        String counter = String.format("%0" + digits + "d", next);
        if (next < 1 || counter.length() > digits) {
            throw new IllegalArgumentException("Counter " + next + " does not fit " + pattern);
        }
        return match.replaceFirst(counter).replace("{year}", year.toString()).replace("{organ}", organ);
    }
}
