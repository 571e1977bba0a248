package org.haina.service.minors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;

/**
 * That an official asks to read the data of minors, and what came of it (未成年人网络保护条例 36).
 *
 * @param account who asks
 * @param number the one case; empty for all cases of the item that the official may see at all
 * @param purpose what for, in words that the guardian reads too
 * @param outcome empty while it waits
 * @param decidedName who decided
 * @param validUntil last day; empty unless approved
 * @param revokedAt when it was taken back before its time
 */
record MinorAccess(
        UUID id,
        String account,
        String name,
        ItemKey item,
        Optional<CaseNumber> number,
        String purpose,
        Instant askedAt,
        Optional<Outcome> outcome,
        String opinion,
        Optional<String> decidedName,
        Optional<LocalDate> validUntil,
        Optional<Instant> revokedAt) {

    /** What a manager says. */
    enum Outcome {
        APPROVED,
        REFUSED
    }

    public boolean isWaiting() {
        return outcome.isEmpty();
    }

    public boolean isApproved() {
        return outcome.filter(Outcome.APPROVED::equals).isPresent();
    }

    /** True if it lasts on this day. */
    boolean standsOn(LocalDate day) {
        return isApproved()
                && revokedAt.isEmpty()
                && validUntil.filter(last -> !day.isAfter(last)).isPresent();
    }
}
