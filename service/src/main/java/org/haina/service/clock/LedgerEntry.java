package org.haina.service.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.haina.service.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's ledger; append-only.
 *
 * @param clock null for a moment that touched no clock
 * @param act what happened to the clock
 * @param moment what happened to the case
 * @param at legal time
 * @param on the day of {@code at} in Shanghai
 * @param basis Chinese: law, article, and what it says
 * @param author who caused it; an id, never a name
 * @param document id of the written notice or approval
 * @param countedFrom of a start: the day that is not counted itself
 * @param limit of a start or an extension
 * @param promised of a start: the item's promise
 * @param fixedDue of a start: a last day that is not counted but set (end of the window)
 */
public record LedgerEntry(
        @Nullable ClockName clock,
        Act act,
        Moment moment,
        Instant at,
        LocalDate on,
        String basis,
        String author,
        @Nullable String document,
        @Nullable LocalDate countedFrom,
        @Nullable Limit limit,
        @Nullable Limit promised,
        @Nullable LocalDate fixedDue) {

    /** What happens to a clock. */
    public enum Act {
        NOTED,
        STARTED,
        STOPPED,
        RESUMED,
        EXTENDED,
        ENDED
    }
}
