package org.haina.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: one ISO spelling inside, several spellings accepted at the door. */
final class CalendarDate {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private CalendarDate() {}

    static boolean exists(String year, String month, String day) {
        return of(year, month, day).isPresent();
    }

    static Optional<LocalDate> parse(String iso) {
        Matcher parts = ISO.matcher(iso);
        return parts.matches() ? of(parts.group(1), parts.group(2), parts.group(3)) : Optional.empty();
    }

    /** {@code 2026年3月5日}, {@code 2026/3/5} and {@code 20260305} become {@code 2026-03-05}; anything else stays as typed. */
    static String normalise(String typed) {
        for (Pattern spelling : new Pattern[] {WRITTEN, COMPACT}) {
            Matcher parts = spelling.matcher(typed);
            if (parts.matches()) return join(parts.group(1), parts.group(2), parts.group(3));
        }
        return typed;
    }

    /** Joins the three boxes, padding what is too short; an incomplete or odd date stays recognisable. */
    static String join(String year, String month, String day) {
        return year + "-" + pad(month) + "-" + pad(day);
    }

    private static String pad(String part) {
        return part.length() == 1 && Character.isDigit(part.charAt(0)) ? "0" + part : part;
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }
}
