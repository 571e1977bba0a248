package org.haina.service.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.haina.service.calendar.LimitUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a running clock stands today.
 *
 * @param clock which clock
 * @param due last day of the statutory limit, until 24:00; while stopped, as it would be without the stop
 * @param promised last day of the item's promise, never after {@code due}
 * @param provisional true if a day counted up to {@link #target()} lies in a year without its official calendar
 * @param dueProvisional the same of {@code due}, which may lie in a later year
 * @param stopped true while the law stops the clock
 * @param today the day of which this is said; while stopped, the day of the stop
 * @param unit what {@link #target()} is counted in
 * @param remainingWorkingDays working days left until {@link #target()}, today not counted; negative when late, 0 on
 *     days off that follow it
 * @param urgency traffic light by the configured thresholds
 */
public record Deadline(
        ClockName clock,
        LocalDate due,
        @Nullable LocalDate promised,
        boolean provisional,
        boolean dueProvisional,
        boolean stopped,
        LocalDate today,
        LimitUnit unit,
        int remainingWorkingDays,
        Urgency urgency) {

    /** The day people work towards: the promise if there is one, else the law. */
    public LocalDate target() {
        return promised == null ? due : promised;
    }

    /** To be set behind {@link #target()} wherever it is shown: Chinese, empty if its calendar is official. */
    public String mark() {
        return PromisedDay.mark(provisional);
    }

    /** As {@link #mark()} for {@link #due()}. */
    public String dueMark() {
        return PromisedDay.mark(dueProvisional);
    }

    public boolean isLate() {
        return today.isAfter(target());
    }

    /**
     * What is left, in Chinese and in the unit of the limit; days, months and years run through days off, so that natural days are
     * left of them. Of working days a day off has no number to say.
     */
    public String left() {
        boolean working = unit == LimitUnit.WORKING_DAYS;
        long days = working ? remainingWorkingDays : ChronoUnit.DAYS.between(today, target());
        String word = working ? " 个工作日" : " 个自然日";
        if (isLate()) {
            return days < 0 ? "已超期 " + -days + word : "已超期";
        }
        if (target().isEqual(today)) {
            return "今天到期";
        }
        return days > 0 ? "还剩 " + days + word : target().getMonthValue() + "月" + target().getDayOfMonth() + "日到期";
    }

    /** Traffic light of a deadline. */
    public enum Urgency {
        GREEN,
        YELLOW,
        RED
    }
}
