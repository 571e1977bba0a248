package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A call to be made.
 *
 * @param caseNumber null for a message about no case: it stays visible until done, but no event follows
 * @param register name of the authority's channel, e.g. {@code public-security}
 * @param query what is asked or told, e.g. {@code no-crime-record}
 * @param reference the caller's own key, handed back with the answer; at most 200 characters
 * @param parameters an object in our own words; kept encrypted
 * @param purpose why the data is needed (个人信息保护法 6), shown to the authority and to operators; no personal data
 * @param patience how long to try before a person takes over; positive, at most 90 days
 */
public record OutboundCall(
        @Nullable CaseNumber caseNumber,
        Kind kind,
        String register,
        String query,
        String reference,
        JsonNode parameters,
        String purpose,
        Duration patience) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    private static final Duration LONGEST = Duration.ofDays(90);

    /** What a call does at the other side. */
    public enum Kind {
        /** Asks; may overtake and be overtaken. */
        REGISTER,
        /** Tells; calls of one case to one receiver keep their order. */
        PUSH,
        /** Registers or numbers a certificate; keeps its order as a push does. */
        CERTIFICATE
    }

    public OutboundCall {
        requireName(register);
        requireName(query);
        if (reference.isBlank() || reference.length() > 200 || purpose.isBlank() || purpose.length() > 200) {
            throw new IllegalArgumentException("Reference and purpose have 1 to 200 characters");
        }
        if (!parameters.isObject()) {
            throw new IllegalArgumentException("Parameters are a JSON object");
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Not a patience: " + patience);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a register or query: " + name);
        }
    }
}
