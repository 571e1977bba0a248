package org.haina.service.commitments;

import java.time.Instant;
import org.haina.service.keys.PartyId;

/**
 * A promise as it was made.
 *
 * @param material key of the material it stands for
 * @param signer who made it, proved at login
 * @param version of the item whose words they were
 * @param hash of the text
 * @param text word for word
 */
public record SignedCommitment(
        String material, PartyId signer, Instant signedAt, String version, String hash, String text) {}
