package org.haina.service.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.haina.service.clock.LedgerEntry.Act;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a case, about to be told to its clocks.
 *
 * @param until last day of the clock it starts; null where that is counted
 */
record Observation(
        Moment moment, Instant at, LocalDate on, String author, @Nullable String document, @Nullable LocalDate until) {

    Observation {
        if (author.isBlank()) {
            throw new IllegalArgumentException("A ledger entry needs an author");
        }
        if (moment.needsDocument() && document == null) {
            throw new IllegalArgumentException(moment + " needs the document that was approved");
        }
    }

    static Observation of(Moment moment, Instant at, ZoneId zone, String author, @Nullable String document) {
        return new Observation(moment, at, LocalDate.ofInstant(at, zone), author, document, null);
    }

    /** The same with the last day of what it starts. */
    Observation until(LocalDate lastDay) {
        return new Observation(moment, at, on, author, document, lastDay);
    }

    LedgerEntry entry(@Nullable ClockName clock, Act act, String basis) {
        return new LedgerEntry(clock, act, moment, at, on, basis, author, document, null, null, null, null);
    }
}
