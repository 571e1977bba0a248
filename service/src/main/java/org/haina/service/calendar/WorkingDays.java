package org.haina.service.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counts time limits by the Civil Code: the first day is not counted (201), months end on the same day or the month's
 * end (202), a last day that is off moves to the next working day, and the last day ends at 24:00 (203). A year nobody
 * has published counts with weekends only and is provisional.
 */
public final class WorkingDays {

    private final Supplier<CalendarSnapshot> calendar;

    WorkingDays(Supplier<CalendarSnapshot> calendar) {
        this.calendar = calendar;
    }

    /** Version of the calendar now used; grows with each publication. */
    public long version() {
        return calendar.get().version();
    }

    /** What the day is: working, made up, weekend or holiday. */
    public DayKind kind(LocalDate day) {
        return calendar.get().kind(day);
    }

    /** True unless the day is a holiday, or a Saturday or Sunday that is not made up for. */
    public boolean isWorkingDay(LocalDate day) {
        return kind(day).isWorking();
    }

    /** The day itself if it is worked, else the next working day (Civil Code 203). */
    public LocalDate workingDayFrom(LocalDate day) {
        return Stream.iterate(day, d -> d.plusDays(1))
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Last day of a period of working days.
     *
     * @param workingDays 0 to 3660; 0 gives the first working day on or after {@code from}
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > Limit.MOST) {
            throw new IllegalArgumentException("Not a number of working days: " + workingDays);
        }
        return workingDays == 0
                ? workingDayFrom(from)
                : Stream.iterate(from.plusDays(1), d -> d.plusDays(1))
                        .filter(this::isWorkingDay)
                        .skip(workingDays - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    /** Last day of a period; of natural days, months and years moved to a working day (Civil Code 203). */
    public LocalDate plus(LocalDate from, Limit limit) {
        return workingDayFrom(unmoved(from, limit));
    }

    /** Last day of a period before article 203 moves it; what later stops and extensions are counted on. */
    public LocalDate unmoved(LocalDate from, Limit limit) {
        return limit.unit() == LimitUnit.WORKING_DAYS
                ? plus(from, limit.number())
                : limit.unit().add(from, limit.number());
    }

    /** Working days after {@code from} up to and including {@code to}; negative if {@code to} is earlier. */
    public int countBetween(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -countBetween(to, from) : calendar.get().countBetween(from, to);
    }

    /** True if a day counted between the two (the first excluded) lies in a year without its official notice. */
    public boolean touchesProvisional(LocalDate from, LocalDate to) {
        CalendarSnapshot now = calendar.get();
        int first = from.plusDays(1).getYear();
        int last = Math.max(first, to.getYear());
        return Stream.iterate(first, y -> y <= last, y -> y + 1).anyMatch(now::isProvisional);
    }

    /** Every day from the one after {@code from} to the last, with its number or the reason it has none. */
    public List<CountedDay> explain(LocalDate from, Limit limit) {
        return explain(from, limit.unit(), unmoved(from, limit), List.of());
    }

    /**
     * As {@link #explain(LocalDate, Limit)} for a limit that was stopped meanwhile.
     *
     * @param unmoved last day before article 203 moves it
     * @param stops spans in which nothing is counted
     */
    public List<CountedDay> explain(LocalDate from, LimitUnit unit, LocalDate unmoved, List<Stop> stops) {
        CalendarSnapshot now = calendar.get();
        List<CountedDay> lines = new ArrayList<>();
        int number = 0;
        LocalDate last = workingDayFrom(unmoved);
        for (LocalDate day = from.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            DayKind kind = now.kind(day);
            String why = DayReason.of(day, kind, unit, unmoved, stops);
            boolean counts = why.equals(DayReason.COUNTED);
            number += counts ? 1 : 0;
            lines.add(new CountedDay(
                    day,
                    kind,
                    counts ? number : 0,
                    now.isProvisional(day.getYear()),
                    counts ? kind.label() + "，计入" : why));
        }
        return lines;
    }

    /**
     * A span in which a clock stood still.
     *
     * @param after day of the written notice, itself still counted
     * @param until last day not counted; {@link LocalDate#MAX} while the clock stands
     * @param reason Chinese: by which procedure and document
     */
    public record Stop(LocalDate after, LocalDate until, String reason) {

        boolean covers(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(until);
        }
    }
}
