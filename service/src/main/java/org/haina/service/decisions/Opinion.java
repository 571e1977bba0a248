package org.haina.service.decisions;

import java.time.Instant;
import java.util.Optional;

/**
 * What an official has put down in a case.
 *
 * @param stage review or decision
 * @param outcome {@code approve}, {@code reject}, {@code granted}, {@code refused} or {@link #TAKEN_BACK}
 * @param organ name of the organ, where it is none of those that handle the case
 * @param text reasons; never empty for a refusal
 */
public record Opinion(
        Stage stage, String outcome, String text, String account, String name, Optional<String> organ, Instant at) {

    /** Outcome of the entry by which a reviewer takes the opinion before it back. */
    static final String TAKEN_BACK = "takenBack";

    public boolean isTakenBack() {
        return outcome.equals(TAKEN_BACK);
    }

    /** Where in the procedure. */
    public enum Stage {
        /** What a department said that was asked: {@code agree} or {@code object}. */
        CONSULTED,
        REVIEW,
        DECISION
    }
}
