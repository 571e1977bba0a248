package org.haina.service.cases;

import java.time.Instant;
import org.haina.service.keys.CaseNumber;

/** A case has changed its state; published inside the transaction that changed it. */
public record CaseMoved(CaseNumber number, CaseMove move, CaseStatus from, CaseStatus to, Instant at, Actor by) {

    /** True if an offer to another office comes to nothing: that office has no part in the case any more. */
    boolean endsOffer() {
        return from == CaseStatus.TRANSFERRING && to != CaseStatus.TRANSFERRED;
    }
}
