package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A row this node works on until its lease ends.
 *
 * @param claim names this attempt; once another node has claimed the row, results under this one are void
 * @param attempt 1 for the first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClaimedCall(
        UUID id,
        UUID claim,
        @Nullable CaseNumber caseNumber,
        String register,
        String query,
        String reference,
        String purpose,
        byte[] sealedParameters,
        int attempt,
        boolean givenUp,
        String correlation) {

    /** Empty if the call is about no case: then nobody waits. */
    Optional<OutboundAnswered> answered(JsonNode answer) {
        return Optional.ofNullable(caseNumber)
                .map(number -> new OutboundAnswered(id, number, register, query, reference, answer, givenUp));
    }

    /** As {@link #answered}. */
    Optional<OutboundGivenUp> refused(String code) {
        return Optional.ofNullable(caseNumber)
                .map(number -> new OutboundGivenUp(id, number, register, query, reference, code, false));
    }
}
