package org.haina.service.decisions;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One rule of the table that speaks against the application or needs a person.
 *
 * @param effect {@code bars} or {@code asks}
 * @param clause the law it rests on
 */
public record EligibilityReason(String reason, String effect, String explanation, String clause) {

    private static final String BARS = "bars";

    /** The words a table may give. */
    static final List<String> EFFECTS = List.of(BARS, "asks");

    /** A matching rule as the table gives it. */
    static EligibilityReason of(Map<String, Object> row) {
        return new EligibilityReason(
                text(row, "reason"), text(row, "effect"), text(row, "explanation"), text(row, "clause"));
    }

    private static String text(Map<String, Object> row, String name) {
        return Objects.toString(row.get(name), "");
    }

    public boolean bars() {
        return effect.equals(BARS);
    }
}
