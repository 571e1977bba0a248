package org.haina.service.versions;

import java.time.Instant;
import org.haina.service.keys.CaseNumber;

/**
 * A move of all open cases of one version to another, as an operator has asked for it.
 *
 * @param pending cases not settled yet
 */
record ItemMove(
        long id,
        long from,
        long to,
        String requestedBy,
        String requestedName,
        Instant requestedAt,
        String reason,
        long moved,
        long left,
        long pending) {

    /**
     * One case of it.
     *
     * @param state {@code PENDING}, {@code MOVED} or {@code LEFT}
     * @param why it was left; empty unless it was
     */
    record One(CaseNumber number, String state, String why) {

        public boolean isMoved() {
            return state.equals("MOVED");
        }

        public boolean isPending() {
            return state.equals("PENDING");
        }
    }
}
