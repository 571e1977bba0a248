package org.haina.service.clock;

import java.time.LocalDate;
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
 * @param remainingWorkingDays working days left until {@link #target()}, today not counted; negative when late
 * @param urgency traffic light by the configured thresholds
 */
public record Deadline(
        ClockName clock,
        LocalDate due,
        @Nullable LocalDate promised,
        boolean provisional,
        boolean dueProvisional,
        boolean stopped,
        int remainingWorkingDays,
        Urgency urgency) {

    /** The day people work towards: the promise if there is one, else the law. */
    public LocalDate target() {
        return promised == null ? due : promised;
    }

    /** Traffic light of a deadline. */
    public enum Urgency {
        GREEN,
        YELLOW,
        RED
    }
}
