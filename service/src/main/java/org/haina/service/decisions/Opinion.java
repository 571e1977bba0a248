package org.haina.service.decisions;

import java.time.Instant;

/**
 * What an official has put down in a case.
 *
 * @param stage review or decision
 * @param outcome {@code approve}, {@code reject}, {@code granted} or {@code refused}
 * @param text reasons; never empty for a refusal
 */
public record Opinion(Stage stage, String outcome, String text, String account, String name, Instant at) {

    /** Where in the procedure. */
    public enum Stage {
        REVIEW,
        DECISION
    }
}
