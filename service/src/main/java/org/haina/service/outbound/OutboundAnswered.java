package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * An authority has answered; published once per call in the transaction that stores the answer.
 *
 * @param reference the key given with the call
 * @param late true if {@link OutboundGivenUp} was published for this call before: a person may already have decided
 */
public record OutboundAnswered(
        UUID id,
        CaseNumber caseNumber,
        String register,
        String query,
        String reference,
        JsonNode answer,
        boolean late) {

    @Override
    public String toString() {
        return "OutboundAnswered[" + id + ", " + caseNumber + ", " + register + "/" + query + "]";
    }
}
