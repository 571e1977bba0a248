package org.haina.service.publications;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A grant as everybody may read it. The number of the case is not among it: with it and four digits a stranger could ask more.
 *
 * @param holder in full where it is an organisation, else one character and a star
 * @param org code of the organ that decided
 * @param document number of the decision
 * @param state as stored; see {@link #stateOn}
 * @param endedBy number of the decision that ended it; another edition has none
 * @param correctedBy number of the last notice that put a slip of the pen right
 */
record PublishedGrant(
        UUID id,
        String itemKey,
        String itemTitle,
        String org,
        boolean organisation,
        String holder,
        String document,
        LocalDate grantedOn,
        Optional<LocalDate> validUntil,
        List<Fact> facts,
        GrantState state,
        Optional<LocalDate> endedOn,
        Optional<String> endedBy,
        Optional<String> correctedBy) {

    /** One answer of the form that the item lets everybody read, in words. */
    record Fact(String label, String value) {}

    PublishedGrant {
        facts = List.copyOf(facts);
    }

    /** The state on a day: what is in force ends with its last day. */
    GrantState stateOn(LocalDate day) {
        boolean over = validUntil.map(last -> last.isBefore(day)).orElse(false);
        return state == GrantState.IN_FORCE && over ? GrantState.EXPIRED : state;
    }
}
