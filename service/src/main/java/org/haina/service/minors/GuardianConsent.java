package org.haina.service.minors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.PartyId;

/**
 * A consent as it was given.
 *
 * @param guardian who gave it, proved at login
 * @param child whose data may be handled
 * @param version of the item whose words they were
 * @param hash of the text
 * @param text word for word
 * @param withdrawnAt when the guardian took it back together with the application; empty if it stands
 */
public record GuardianConsent(
        PartyId guardian,
        PartyId child,
        Instant givenAt,
        String version,
        String hash,
        String text,
        Optional<Instant> withdrawnAt) {

    /** The text line by line. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
