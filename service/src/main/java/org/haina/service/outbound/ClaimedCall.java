package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;

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
        CaseNumber caseNumber,
        String register,
        String query,
        String reference,
        String purpose,
        byte[] sealedParameters,
        int attempt,
        boolean givenUp,
        String correlation) {

    OutboundAnswered answered(JsonNode answer) {
        return new OutboundAnswered(id, caseNumber, register, query, reference, answer, givenUp);
    }

    OutboundGivenUp refused(String code) {
        return new OutboundGivenUp(id, caseNumber, register, query, reference, code, false);
    }
}
