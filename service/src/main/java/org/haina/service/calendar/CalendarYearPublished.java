package org.haina.service.calendar;

/**
 * Years were published; told within the publishing transaction.
 *
 * @param version the calendar's version from now on
 * @param workingDays counts with the years just published, also before they are committed
 */
public record CalendarYearPublished(long version, WorkingDays workingDays) {}
