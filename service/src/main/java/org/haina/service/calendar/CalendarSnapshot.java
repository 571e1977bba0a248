package org.haina.service.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** All years in their current version. */
final class CalendarSnapshot {

    private final long version;
    private final Map<Integer, CalendarYear> years;

    /** By year: how many working days lie before the end of each day, counted from 1. */
    private final Map<Integer, int[]> worked = new ConcurrentHashMap<>();

    /** @param version grows with each publication; 0 for none */
    CalendarSnapshot(long version, Map<Integer, CalendarYear> years) {
        this.version = version;
        this.years = Map.copyOf(years);
    }

    /** As it would be with these years in the place of their present versions. */
    CalendarSnapshot with(Collection<CalendarYear> others) {
        Map<Integer, CalendarYear> all = new HashMap<>(years);
        others.forEach(year -> all.put(year.year(), year));
        return new CalendarSnapshot(version, all);
    }

    /** True if each of these years is in force as it stands here, its sources included. */
    boolean holds(Collection<CalendarYear> others) {
        return others.stream()
                .allMatch(year -> this.year(year.year()).filter(year::equals).isPresent());
    }

    Optional<CalendarYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    long version() {
        return version;
    }

    boolean knows(int year) {
        return years.containsKey(year);
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

    /** Working days after {@code from} up to and including {@code to}, which is not earlier. */
    int countBetween(LocalDate from, LocalDate to) {
        int ofWholeYears = IntStream.range(from.getYear(), to.getYear())
                .map(year -> worked(year)[Year.of(year).length()])
                .sum();
        return ofWholeYears + worked(to.getYear())[to.getDayOfYear()] - worked(from.getYear())[from.getDayOfYear()];
    }

    boolean isProvisional(int year) {
        CalendarYear known = years.get(year);
        return known == null || known.isProvisional();
    }

    private int[] worked(int year) {
        return worked.computeIfAbsent(year, this::count);
    }

    private int[] count(int year) {
        int[] counts = new int[Year.of(year).length() + 1];
        for (int day = 1; day < counts.length; day++) {
            counts[day] =
                    counts[day - 1] + (kind(LocalDate.ofYearDay(year, day)).isWorking() ? 1 : 0);
        }
        return counts;
    }

    private DayKind named(LocalDate day, int year) {
        CalendarYear known = years.get(year);
        if (known != null && known.holidays().contains(day)) {
            return DayKind.HOLIDAY;
        }
        return known != null && known.workdays().contains(day) ? DayKind.MAKE_UP_DAY : DayKind.WORKING_DAY;
    }
}
