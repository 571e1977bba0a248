package org.haina.service.calendar;

import java.time.Instant;

/**
 * A year as it counts now.
 *
 * @param author account, or who shipped it
 */
public record YearInForce(CalendarYear year, long version, String author, Instant publishedAt) {}
