package org.haina.service.clock;

import java.time.LocalDate;
import java.util.List;
import org.haina.service.calendar.CountedDay;
import org.haina.service.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * A date that anyone can recompute: what it rests on, every day counted, each stop with law and document.
 *
 * @param deadline what is explained; {@link Deadline#target()} is the date
 * @param basis Chinese: law, article, and what it says
 * @param countedFrom the day that is not counted itself (Civil Code 201)
 * @param limit the limit that gives the target: the promise if it is the earlier one; null if the day is set
 * @param days every day after {@code countedFrom} up to the target
 * @param entries the clock's lines of the ledger
 */
public record ClockExplanation(
        Deadline deadline,
        String basis,
        LocalDate countedFrom,
        @Nullable Limit limit,
        List<CountedDay> days,
        List<LedgerEntry> entries) {

    public ClockExplanation {
        days = List.copyOf(days);
        entries = List.copyOf(entries);
    }
}
