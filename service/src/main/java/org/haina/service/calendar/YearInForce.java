package org.haina.service.calendar;

import java.time.Instant;

/**
 * A year as it counts now.
 *
 * @param author account, or {@link #SHIPPED}
 */
public record YearInForce(CalendarYear year, long version, String author, Instant publishedAt) {

    /** The author of the years that came with a release. */
    static final String SHIPPED = "release";

    /** True if nobody has published the year here. */
    public boolean isShipped() {
        return author.equals(SHIPPED);
    }
}
