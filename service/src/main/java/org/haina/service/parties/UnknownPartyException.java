package org.haina.service.parties;

import org.haina.service.keys.PartyId;

/** A party id that nothing was recorded under. */
final class UnknownPartyException extends RuntimeException {

    UnknownPartyException(PartyId id) {
        super("No party " + id);
    }
}
