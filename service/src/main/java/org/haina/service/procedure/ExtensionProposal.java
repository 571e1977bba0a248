package org.haina.service.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * 提请延长办理期限, and what the head made of it.
 *
 * @param proposedBy account
 * @param outcome empty until the head has decided
 */
record ExtensionProposal(
        UUID id,
        CaseNumber number,
        String reason,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        Optional<Outcome> outcome,
        Optional<String> decidedBy,
        Optional<String> decidedName,
        Optional<Instant> decidedAt,
        String opinion) {

    /** The head's word. */
    enum Outcome {
        APPROVED("批准"),
        REFUSED("不批准");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
