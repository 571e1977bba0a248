package org.haina.service.desk;

import java.time.LocalDate;
import org.haina.service.clock.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A deadline in words, with a colour that only repeats them.
 *
 * @param words e.g. 还剩 3 个工作日
 * @param tone class of the chip; empty for an ordinary one
 * @param day the day worked towards; null if no clock runs
 * @param provisional counted in a year without its official calendar
 */
public record DueChip(String words, String tone, @Nullable LocalDate day, boolean provisional) {

    private static final DueChip NONE = new DueChip("不计时", "", null, false);

    /** @param deadline null if no clock runs */
    public static DueChip of(@Nullable Deadline deadline) {
        if (deadline == null) {
            return NONE;
        }
        return deadline.stopped()
                ? new DueChip("已暂停计时", "", deadline.target(), deadline.provisional())
                : new DueChip(deadline.left(), tone(deadline), deadline.target(), deadline.provisional());
    }

    private static String tone(Deadline deadline) {
        return switch (deadline.urgency()) {
            case GREEN -> "chip-done";
            case YELLOW -> "chip-yellow";
            case RED -> "chip-red";
        };
    }
}
