package org.haina.processes;

import org.haina.processes.ItemLimits.Period;

/**
 * 年度检查: every licence of the item is looked into once a year (licence law 61).
 *
 * @param month 1 to 12, in which it is opened
 * @param day 1 to 28
 * @param limit within which the organ looks into it
 * @param rectification within which the holder puts right what was found
 */
public record YearlyCheck(int month, int day, Period limit, Period rectification) {}
