package org.haina.service.parties;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * That one party acts for another.
 *
 * @param kind by order of the principal or as a child's guardian
 * @param item the one item it is limited to; empty for all
 * @param validFrom first day
 * @param validUntil last day; for a guardian the day before the child's eighteenth birthday at the latest
 * @param mayCommit true if it says expressly that the agent may promise in writing for the principal
 * @param evidence what proves it: a file id, a number of a deed or a register's answer; no personal data
 */
public record Mandate(
        UUID id,
        Kind kind,
        PartyId agent,
        PartyId principal,
        Optional<ItemKey> item,
        LocalDate validFrom,
        LocalDate validUntil,
        boolean mayCommit,
        String evidence) {

    /** Where the power to act comes from. */
    public enum Kind {
        /** 委托: an order of the principal. */
        AGENT,
        /** 监护: the law. */
        GUARDIAN
    }

    public Mandate {
        if (agent.equals(principal)) {
            throw new IllegalArgumentException("Nobody needs a mandate for himself");
        }
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("A mandate does not end before it begins");
        }
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("A mandate names its evidence");
        }
    }

    /** True if it is for this item or for all. */
    boolean covers(ItemKey what) {
        return item.filter(limit -> !limit.equals(what)).isEmpty();
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** A new one with an id of its own. */
    public static Mandate of(
            Kind kind,
            PartyId agent,
            PartyId principal,
            Optional<ItemKey> item,
            LocalDate validFrom,
            LocalDate validUntil,
            String evidence) {
        return new Mandate(UUID.randomUUID(), kind, agent, principal, item, validFrom, validUntil, false, evidence);
    }

    /** The same, with the express power to promise in writing for the principal. */
    public Mandate committing() {
        return new Mandate(id, kind, agent, principal, item, validFrom, validUntil, true, evidence);
    }
}
