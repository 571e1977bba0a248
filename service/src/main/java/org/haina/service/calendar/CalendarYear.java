package org.haina.service.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One year of the calendar as the State Council's notice sets it. A notice may reach back into December of the year
 * before (the one of 2019 did).
 *
 * @param year 2000 to 2100
 * @param status official once the notice is out
 * @param source addresses of the notice; at least one for an official year
 * @param holidays all days off that the notice names, weekends among them included
 * @param workdays Saturdays and Sundays that are worked
 * @param statutory the statutory holidays among {@code holidays}
 */
public record CalendarYear(
        int year,
        Status status,
        List<String> source,
        Set<LocalDate> holidays,
        Set<LocalDate> workdays,
        Set<LocalDate> statutory) {

    /** Whether the notice of the year is out. */
    public enum Status {
        OFFICIAL,
        PROVISIONAL
    }

    public CalendarYear {
        source = List.copyOf(source);
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        statutory = Set.copyOf(statutory);
        require(year >= 2000 && year <= 2100, year + " 年超出日历范围");
        require(status == Status.PROVISIONAL || !source.isEmpty(), year + " 年为正式日历，必须注明来源");
        refuse(holidays, day -> !belongs(day, year), "不属于 " + year + " 年");
        refuse(workdays, day -> !belongs(day, year), "不属于 " + year + " 年");
        refuse(workdays, holidays::contains, "既是节假日又是调休上班日");
        refuse(workdays, day -> !isWeekend(day), "不是周末，不能作为调休上班日");
        Set<LocalDate> off = holidays;
        refuse(statutory, day -> !off.contains(day), "是法定节日但不在放假日期中");
    }

    boolean isProvisional() {
        return status == Status.PROVISIONAL;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean belongs(LocalDate day, int year) {
        return day.getYear() == year || (day.getYear() == year - 1 && day.getMonthValue() == 12);
    }

    private static void refuse(Set<LocalDate> days, Predicate<LocalDate> wrong, String why) {
        days.stream().filter(wrong).sorted().findFirst().ifPresent(day -> require(false, day + " " + why));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
