package org.haina.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the number on a certificate comes from: another authority's register, an own sequence without gaps, or the
 * certificate it takes the place of.
 *
 * @param source key of the register that answers the number, or null
 * @param pattern own number, with {@code {year}}, {@code {organ}} and {@code {sequence:6}}, or null
 * @param sequence what an own sequence starts anew for; empty without a pattern
 * @param carried path in the data of the case of the number it carries on, such as {@code form.certificateNumber}, or null
 */
public record CertificateNumber(
        @Nullable String source, @Nullable String pattern, List<Scope> sequence, @Nullable String carried) {

    private static final Pattern CARRIED = Pattern.compile("form\\.[A-Za-z][A-Za-z0-9]*");

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
            @JsonProperty("sequence") @Nullable List<Scope> sequence,
            @JsonProperty("carried") @Nullable String carried) {
        return new CertificateNumber(source, pattern, sequence == null ? List.of() : sequence, carried);
    }

    public CertificateNumber {
        if (Stream.of(source, pattern, carried).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("number has either a source, a pattern or is carried");
        }
        if (pattern != null && !NumberPattern.isValid(pattern)) {
            throw new IllegalArgumentException("number.pattern needs one {sequence:1..9}: " + pattern);
        }
        if (carried != null && !CARRIED.matcher(carried).matches()) {
            throw new IllegalArgumentException("number.carried is form. and a field: " + carried);
        }
        if (pattern == null && !sequence.isEmpty()) {
            throw new IllegalArgumentException("number.sequence goes with a pattern only");
        }
        sequence = List.copyOf(sequence);
    }

    /** Field of the application that holds the number it carries on; empty if it is a new one. */
    public Optional<String> carriedField() {
        return Optional.ofNullable(carried).map(path -> path.substring(path.indexOf('.') + 1));
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
            throw new IllegalStateException("The number is not ours to give: " + this);
        }
        return NumberPattern.format(pattern, year, organ, next);
    }
}
