package org.haina.service.keys;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ties together everything one action causes, from the page through the engine to the calls that leave; it stands on
 * every error page, so a person must be able to read it out: 12 Crockford characters when it is ours.
 *
 * @param value 8 to 64 letters, digits, dots, underscores or hyphens
 */
public record CorrelationId(String value) {

    /** Name of the logging context entry and of the column that carries it. */
    public static final String KEY = "correlation";

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    public CorrelationId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a correlation id");
        }
    }

    public static CorrelationId fresh() {
        StringBuilder text = new StringBuilder(14);
        for (int i = 0; i < 12; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CorrelationId(text.toString());
    }

    /** Reads what somebody else sent; anything malformed counts as nothing. */
    public static Optional<CorrelationId> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(t -> FORMAT.matcher(t).matches())
                .map(CorrelationId::new);
    }

    /** The one this thread works under; a new one outside any. */
    public static CorrelationId current() {
        return parse(MDC.get(KEY)).orElseGet(CorrelationId::fresh);
    }

    /** Lets this thread work under it until closed. */
    public MDC.MDCCloseable open() {
        return MDC.putCloseable(KEY, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
