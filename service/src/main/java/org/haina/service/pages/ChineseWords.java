package org.haina.service.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Dates, times and sizes as pages word them; {@code ${@zh.day(date)}} in a template. All times are Shanghai's. */
@Component("zh")
public class ChineseWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> WEEK = List.of("一", "二", "三", "四", "五", "六", "日");

    private final ZoneId zone;

    ChineseWords(Clock clock) {
        this.zone = clock.getZone();
    }

    /** 2026年11月23日. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** 11月23日. */
    public String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(zone));
    }

    /** 2026年11月23日 10:32. */
    public String moment(Instant at) {
        return day(at) + " " + time(at);
    }

    /** 10:32. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** 星期一. */
    public String weekday(LocalDate day) {
        return "星期" + WEEK.get(day.getDayOfWeek().getValue() - 1);
    }

    /** 340 KB, 1.2 MB. */
    public String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : Math.round(bytes * 10.0 / (1 << 20)) / 10.0 + " MB";
    }
}
