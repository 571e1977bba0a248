package org.haina.service.calendar;

import java.time.LocalDate;

/**
 * One line of an explained date.
 *
 * @param date the day
 * @param kind what it is in the calendar
 * @param number its number within the limit, from 1; 0 for a day that is not counted
 * @param provisional true if the calendar of its year is not yet official
 * @param reason Chinese: why it is counted or not
 */
public record CountedDay(LocalDate date, DayKind kind, int number, boolean provisional, String reason) {}
