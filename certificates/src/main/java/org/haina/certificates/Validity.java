package org.haina.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate holds: {@code permanent}, or a period by ISO 8601 such as {@code P3Y}.
 *
 * @param period null for permanent
 */
public record Validity(@Nullable Period period) {
    private static final String PERMANENT = "permanent";

    @JsonCreator
    static Validity of(String text) {
        try {
            return new Validity(text.equals(PERMANENT) ? null : Period.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("validity is 'permanent' or a period such as P3Y: " + text, e);
        }
    }

    /** The last day of validity for a certificate issued on a day; empty for permanent. */
    public Optional<LocalDate> lastDay(LocalDate issuedOn) {
        return Optional.ofNullable(period).map(length -> issuedOn.plus(length).minusDays(1));
    }
}
