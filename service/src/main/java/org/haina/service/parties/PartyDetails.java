package org.haina.service.parties;

import java.util.Optional;
import org.haina.service.keys.PartyId;

/** A party in full. Not to be kept, logged or put into an event; its text form shows the id only. */
public record PartyDetails(
        PartyId id, PartyKind kind, String name, String idType, String idNumber, Optional<String> phone) {

    @Override
    public String toString() {
        return "Party " + id;
    }
}
