package org.haina.service.workflow;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a failure, fit to be shown to whoever may not read the case. Our messages are English and name fields;
 * what may come out of the data (Chinese text, long numbers, values a database quotes) is left out.
 */
final class FailureReason {

    private static final int LONGEST = 200;
    private static final Pattern DATA =
            Pattern.compile("(?<==)\\([^)]*\\)?|\\d{6,}[Xx]?|\\S+@\\S+|\\p{IsHan}[\\p{IsHan}·]*");

    private FailureReason() {}

    static String of(@Nullable String message) {
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        if (line.isEmpty()) {
            return "no reason given, see the log";
        }
        String clean = DATA.matcher(line).replaceAll("…");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
