package org.haina.service.calendar;

import java.time.LocalDate;
import java.util.List;

/** Why a day within a limit is counted or not, in words. */
final class DayReason {

    static final String COUNTED = "";

    private DayReason() {}

    static String of(LocalDate day, DayKind kind, LimitUnit unit, LocalDate unmoved, List<WorkingDays.Stop> stops) {
        for (WorkingDays.Stop stop : stops) {
            if (stop.covers(day)) {
                return stop.reason();
            }
        }
        if (unit == LimitUnit.WORKING_DAYS) {
            return kind.isWorking() ? COUNTED : kind.label() + "，不计入";
        }
        return day.isAfter(unmoved) ? "最后一日为休假日，顺延（民法典第二百零三条）" : COUNTED;
    }
}
