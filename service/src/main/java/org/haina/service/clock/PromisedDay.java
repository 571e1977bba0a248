package org.haina.service.clock;

import java.time.LocalDate;

/**
 * The day a result is promised by.
 *
 * @param provisional true if a day counted up to it lies in a year without its official calendar
 */
public record PromisedDay(LocalDate day, boolean provisional) {

    static final String MARK = "（暂定，以公布的放假安排为准）";

    /** What a running clock promises. */
    public static PromisedDay of(Deadline deadline) {
        return new PromisedDay(deadline.target(), deadline.provisional());
    }

    static String mark(boolean provisional) {
        return provisional ? MARK : "";
    }
}
