package org.haina.service.decisions;

import java.time.Instant;
import java.util.Optional;

/**
 * A condition that is open or not met, and how long it has been.
 *
 * @param since when it was first found, without a break since then
 * @param until when it was found to be gone; empty while it stands
 */
public record Doubt(EligibilityReason reason, Instant since, Optional<Instant> until) {

    /** True if it stands no longer. */
    public boolean isGone() {
        return until.isPresent();
    }
}
