package org.haina.service.deferrals;

import java.time.Instant;
import java.util.Optional;
import org.haina.service.keys.PartyId;

/**
 * One paper that follows after the acceptance, and the promise to bring it.
 *
 * @param material key of the material
 * @param signer who promised it, proved at login
 * @param version of the item whose words were signed
 * @param hash of the text
 * @param text word for word
 * @param suppliedAt when it arrived; empty until then, and again if it was not in order
 * @param rejected why what arrived last was not in order
 * @param settledAt when it was found in order
 */
public record DeferredPaper(
        String material,
        PartyId signer,
        Instant signedAt,
        String version,
        String hash,
        String text,
        Optional<Instant> suppliedAt,
        Optional<String> rejected,
        Optional<Instant> settledAt) {

    /** It is the applicant's turn. */
    public boolean isOwed() {
        return suppliedAt.isEmpty();
    }

    /** It has arrived and nobody has looked at it. */
    public boolean isWaiting() {
        return suppliedAt.isPresent() && settledAt.isEmpty();
    }
}
