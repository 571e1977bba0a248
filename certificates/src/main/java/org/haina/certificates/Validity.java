package org.haina.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate holds: {@code permanent}, a period by ISO 8601 such as {@code P3Y}, or {@code carried}: as long as the
 * one it takes the place of.
 *
 * @param period null unless it is a period
 * @param carried true if it ends when the one before would have ended
 */
public record Validity(@Nullable Period period, boolean carried) {
    private static final String PERMANENT = "permanent";
    private static final String CARRIED = "carried";

    @JsonCreator
    static Validity of(String text) {
        try {
            boolean carried = text.equals(CARRIED);
            return new Validity(carried || text.equals(PERMANENT) ? null : Period.parse(text), carried);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "validity is 'permanent', 'carried' or a period such as P3Y: " + text, e);
        }
    }

    /** The last day of validity for a certificate issued on a day; empty for permanent, and for one that another licence tells. */
    public Optional<LocalDate> lastDay(LocalDate issuedOn) {
        return Optional.ofNullable(period).map(length -> issuedOn.plus(length).minusDays(1));
    }
}
