package org.haina.service.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.haina.service.keys.CaseNumber;

/**
 * What the graph lets happen to one case next: no database, no clock.
 *
 * @param once moves of the past that the law gives only once
 */
record LifeCycle(CaseNumber number, CaseStatus status, Set<CaseMove> once) {

    LifeCycle {
        once = Set.copyOf(once);
    }

    /** The event of the move, if this actor may make it now. */
    Optional<CaseMoved> move(CaseMove move, Actor by, Instant at) {
        boolean may = move.isAllowedFrom(status) && move.who().contains(by.kind()) && !once.contains(move);
        return may ? Optional.of(new CaseMoved(number, move, status, move.to(status), at, by)) : Optional.empty();
    }
}
