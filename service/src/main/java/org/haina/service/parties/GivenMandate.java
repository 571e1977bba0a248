package org.haina.service.parties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A mandate as whoever gave it reads it.
 *
 * @param revokedAt when it was taken back; empty if it was not
 */
public record GivenMandate(Mandate mandate, Optional<Instant> revokedAt) {

    /** True if it can still be taken back. */
    public boolean isOpenOn(LocalDate day) {
        return revokedAt.isEmpty() && !day.isAfter(mandate.validUntil());
    }
}
