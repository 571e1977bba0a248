package org.haina.service.calendar;

import java.time.LocalDate;

/** Unit of a time limit, as item lists state it (工作日/自然日/月/年). */
public enum LimitUnit {
    WORKING_DAYS("个工作日"),
    NATURAL_DAYS("日"),
    MONTHS("个月"),
    YEARS("年");

    private final String label;

    LimitUnit(String label) {
        this.label = label;
    }

    /** Chinese word that follows the number. */
    public String label() {
        return label;
    }

    /** Calendar arithmetic of the units that do not need a working-day calendar (Civil Code 202: month end if none). */
    LocalDate add(LocalDate from, int number) {
        return switch (this) {
            case NATURAL_DAYS -> from.plusDays(number);
            case MONTHS -> from.plusMonths(number);
            case YEARS -> from.plusYears(number);
            case WORKING_DAYS -> throw new IllegalArgumentException("Working days need the calendar");
        };
    }
}
