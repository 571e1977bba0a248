package org.haina.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the number on a certificate comes from: another authority's register, or an own sequence without gaps.
 *
 * @param source key of the register that answers the number, or null
 * @param pattern own number, with {@code {year}}, {@code {organ}} and {@code {sequence:6}}, or null
 * @param sequence what an own sequence starts anew for; empty with a source
 */
public record CertificateNumber(@Nullable String source, @Nullable String pattern, List<Scope> sequence) {

    /** What an own sequence starts anew for. */
    public enum Scope {
        @JsonProperty("year")
        YEAR,
        @JsonProperty("organ")
        ORGAN
    }

    @JsonCreator
    static CertificateNumber of(
            @JsonProperty("source") @Nullable String source,
            @JsonProperty("pattern") @Nullable String pattern,
            @JsonProperty("sequence") @Nullable List<Scope> sequence) {
        return new CertificateNumber(source, pattern, sequence == null ? List.of() : sequence);
    }

    public CertificateNumber {
        if ((source == null) == (pattern == null)) {
            throw new IllegalArgumentException("number has either a source or a pattern");
        }
        if (pattern != null && !NumberPattern.isValid(pattern)) {
            throw new IllegalArgumentException("number.pattern needs one {sequence:1..9}: " + pattern);
        }
        if (source != null && !sequence.isEmpty()) {
            throw new IllegalArgumentException("number.sequence goes with a pattern only");
        }
        sequence = List.copyOf(sequence);
    }

    /**
     * An own number.
     *
     * @param organ code of the issuing organ as the pattern shall show it
     * @param next counter of the sequence, from 1
     * @throws IllegalStateException when the number comes from a register
     * @throws IllegalArgumentException when the counter no longer fits the pattern
     */
    public String format(Year year, String organ, long next) {
        if (pattern == null) {
            throw new IllegalStateException("The number comes from " + source);
        }
        return NumberPattern.format(pattern, year, organ, next);
    }
}
