package org.haina.service.calendar;

import java.time.LocalDate;
import java.util.Map;

/**
 * All years in their current version.
 *
 * @param version grows with each publication; 0 for none
 */
record CalendarSnapshot(long version, Map<Integer, CalendarYear> years) {

    CalendarSnapshot {
        years = Map.copyOf(years);
    }

    /** Off = named a holiday, or a Saturday or Sunday that is not worked. */
    DayKind kind(LocalDate day) {
        // A notice may reach back into the December before; the later notice wins.
        DayKind named = day.getMonthValue() == 12 ? named(day, day.getYear() + 1) : DayKind.WORKING_DAY;
        if (named == DayKind.WORKING_DAY) {
            named = named(day, day.getYear());
        }
        return named == DayKind.WORKING_DAY && CalendarYear.isWeekend(day) ? DayKind.WEEKEND : named;
    }

    boolean isProvisional(int year) {
        CalendarYear known = years.get(year);
        return known == null || known.isProvisional();
    }

    private DayKind named(LocalDate day, int year) {
        CalendarYear known = years.get(year);
        if (known != null && known.holidays().contains(day)) {
            return DayKind.HOLIDAY;
        }
        return known != null && known.workdays().contains(day) ? DayKind.MAKE_UP_DAY : DayKind.WORKING_DAY;
    }
}
