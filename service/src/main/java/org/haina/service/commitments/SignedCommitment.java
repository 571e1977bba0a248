package org.haina.service.commitments;

import java.time.Instant;
import org.haina.service.keys.PartyId;

/**
 * A promise as it was made.
 *
 * @param material key of the material it stands for
 * @param bound whose promise it is
 * @param signer who made it, proved at login: the same, or the agent of an organisation who may
 * @param version of the item whose words they were
 * @param hash of the text
 * @param text word for word
 */
public record SignedCommitment(
        String material, PartyId bound, PartyId signer, Instant signedAt, String version, String hash, String text) {}
