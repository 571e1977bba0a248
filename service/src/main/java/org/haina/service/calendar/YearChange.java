package org.haina.service.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.calendar.CalendarYear.Status;

/**
 * What publishing a year would change.
 *
 * @param before empty if nobody has published the year yet
 * @param days that would become working days or cease to be ones, in their order
 */
public record YearChange(int year, Optional<Status> before, Status after, List<ChangedDay> days) {

    public YearChange {
        days = List.copyOf(days);
    }

    /** @param kind what the day would be, in Chinese */
    public record ChangedDay(LocalDate day, boolean working, String kind) {}

    static YearChange of(CalendarYear year, CalendarSnapshot now, CalendarSnapshot then) {
        List<ChangedDay> days = new ArrayList<>();
        // A notice may reach back into the December before.
        LocalDate.of(year.year() - 1, 12, 1)
                .datesUntil(LocalDate.of(year.year() + 1, 1, 1))
                .filter(day -> now.kind(day).isWorking() != then.kind(day).isWorking())
                .forEach(day -> days.add(new ChangedDay(
                        day, then.kind(day).isWorking(), then.kind(day).label())));
        return new YearChange(year.year(), now.year(year.year()).map(CalendarYear::status), year.status(), days);
    }
}
