package org.haina.service.calendar;

/** What a day is in the adjusted calendar. */
enum DayKind {
    WORKING_DAY("工作日", true),
    /** A Saturday or Sunday made a working day by the yearly notice (调休). */
    MAKE_UP_DAY("调休上班", true),
    WEEKEND("周末", false),
    HOLIDAY("节假日", false);

    private final String label;
    private final boolean working;

    DayKind(String label, boolean working) {
        this.label = label;
        this.working = working;
    }

    /** Chinese word for pages and documents. */
    public String label() {
        return label;
    }

    public boolean isWorking() {
        return working;
    }
}
