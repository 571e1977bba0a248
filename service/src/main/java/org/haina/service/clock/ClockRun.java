package org.haina.service.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.LimitUnit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.LedgerEntry.Act;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock: its start and what changed it since. Time stands after the day of the stop up to and including
 * the day it resumes: both end days follow the rule that the first day is not counted (Civil Code 201).
 */
record ClockRun(LedgerEntry start, List<LedgerEntry> changes) {

    /** The run that counts now; a clock started again begins a new one. */
    static Optional<ClockRun> latest(ClockName clock, List<LedgerEntry> ledger) {
        List<LedgerEntry> run = new ArrayList<>();
        for (LedgerEntry entry : ledger) {
            if (entry.clock() == clock) {
                if (entry.act() == Act.STARTED) {
                    run.clear();
                }
                run.add(entry);
            }
        }
        return run.isEmpty() ? Optional.empty() : Optional.of(new ClockRun(run.get(0), run.subList(1, run.size())));
    }

    boolean isEnded() {
        return changes.stream().anyMatch(change -> change.act() == Act.ENDED);
    }

    int extensions() {
        return (int)
                changes.stream().filter(change -> change.act() == Act.EXTENDED).count();
    }

    /** Day of the stop that still lasts. */
    @Nullable
    LocalDate stoppedOn() {
        LocalDate stopped = null;
        for (LedgerEntry change : changes) {
            stopped = switch (change.act()) {
                case STOPPED -> notBeforeStart(change.on());
                case RESUMED -> null;
                default -> stopped;
            };
        }
        return stopped;
    }

    LocalDate countedFrom() {
        return Objects.requireNonNull(start.countedFrom());
    }

    /** Last day of the statutory limit. */
    LocalDate due(WorkingDays days) {
        LocalDate fixed = start.fixedDue();
        // The window's end is set, not counted: article 203 does not move it.
        return fixed != null ? fixed : days.workingDayFrom(unmoved(Objects.requireNonNull(start.limit()), days));
    }

    /** Last day of the promise; nothing later than the law is ever promised. */
    @Nullable
    LocalDate promised(WorkingDays days) {
        Limit promise = start.promised();
        if (promise == null) {
            return null;
        }
        LocalDate promised = days.workingDayFrom(unmoved(promise, days));
        return promised.isAfter(due(days)) ? due(days) : promised;
    }

    /** What the statutory limit is counted in; a last day that is set is a natural day. */
    LimitUnit dueUnit() {
        Limit limit = start.limit();
        return start.fixedDue() != null || limit == null ? LimitUnit.NATURAL_DAYS : limit.unit();
    }

    /** What the promise is counted in, or the law where there is none. */
    LimitUnit promisedUnit() {
        Limit promise = start.promised();
        return promise == null ? dueUnit() : promise.unit();
    }

    /** Last day of a limit that runs as this clock does, before article 203 moves it. */
    LocalDate unmoved(Limit limit, WorkingDays days) {
        LocalDate last = days.unmoved(countedFrom(), limit);
        LocalDate stopped = null;
        for (LedgerEntry change : changes) {
            switch (change.act()) {
                case STOPPED -> stopped = notBeforeStart(change.on());
                case RESUMED -> last = resumed(limit.unit(), last, Objects.requireNonNull(stopped), change.on(), days);
                case EXTENDED -> last = days.unmoved(last, Objects.requireNonNull(change.limit()));
                default -> {}
            }
        }
        return last;
    }

    private LocalDate resumed(LimitUnit unit, LocalDate last, LocalDate stopped, LocalDate resumed, WorkingDays days) {
        LocalDate again = notBeforeStart(resumed);
        // A limit that was over before the stop stays over.
        if (stopped.isAfter(days.workingDayFrom(last))) {
            return last;
        }
        return unit == LimitUnit.WORKING_DAYS
                ? days.plus(again, days.countBetween(stopped, last))
                : last.plusDays(ChronoUnit.DAYS.between(stopped, again));
    }

    private LocalDate notBeforeStart(LocalDate day) {
        return day.isBefore(countedFrom()) ? countedFrom() : day;
    }

    /** The spans in which time stood, for the explanation. */
    List<WorkingDays.Stop> stops() {
        List<WorkingDays.Stop> spans = new ArrayList<>();
        LedgerEntry open = null;
        for (LedgerEntry change : changes) {
            if (change.act() == Act.STOPPED) {
                open = change;
            } else if (change.act() == Act.RESUMED && open != null) {
                spans.add(span(open, change.on()));
                open = null;
            }
        }
        if (open != null) {
            spans.add(span(open, LocalDate.MAX));
        }
        return spans;
    }

    private static WorkingDays.Stop span(LedgerEntry stopped, LocalDate until) {
        return new WorkingDays.Stop(
                stopped.on(), until, "停止计时，不计入（" + stopped.basis() + "；文书 " + stopped.document() + "）");
    }
}
