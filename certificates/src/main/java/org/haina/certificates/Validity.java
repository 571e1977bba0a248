package org.haina.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate holds: {@code permanent}, a period by ISO 8601 such as {@code P3Y}, {@code carried}: as long as the
 * one it takes the place of, or {@code carried+P3Y}: that much longer (延续).
 *
 * @param period null unless it is, or adds, a period
 * @param carried true if it counts from the last day of the one before
 */
public record Validity(@Nullable Period period, boolean carried) {
    private static final String PERMANENT = "permanent";
    private static final String CARRIED = "carried";

    @JsonCreator
    static Validity of(String text) {
        try {
            if (text.startsWith(CARRIED + "+")) {
                return new Validity(Period.parse(text.substring(CARRIED.length() + 1)), true);
            }
            boolean carried = text.equals(CARRIED);
            return new Validity(carried || text.equals(PERMANENT) ? null : Period.parse(text), carried);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "validity is 'permanent', 'carried', a period such as P3Y or carried+P3Y: " + text, e);
        }
    }

    /** The last day of validity for a certificate issued on a day; empty for permanent, and for one that another licence tells. */
    public Optional<LocalDate> lastDay(LocalDate issuedOn) {
        return Optional.ofNullable(period).map(length -> issuedOn.plus(length).minusDays(1));
    }

    /** The last day of one that takes the place of another: a renewal goes on from the day on which that one would have ended. */
    public LocalDate lastDayAfter(LocalDate before) {
        return period == null ? before : before.plusDays(1).plus(period).minusDays(1);
    }

    /** True if it makes a licence hold longer than the one before. */
    public boolean renews() {
        return carried && period != null;
    }
}
