package org.haina.service.calendar;

/**
 * A time limit as law or item state it.
 *
 * @param number 1 to 3660
 * @param unit working days, natural days, months or years
 */
public record Limit(int number, LimitUnit unit) {

    static final int MOST = 3660;

    public Limit {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("A limit is 1 to " + MOST + " units, not " + number);
        }
    }

    public static Limit workingDays(int number) {
        return new Limit(number, LimitUnit.WORKING_DAYS);
    }

    public static Limit naturalDays(int number) {
        return new Limit(number, LimitUnit.NATURAL_DAYS);
    }

    public static Limit months(int number) {
        return new Limit(number, LimitUnit.MONTHS);
    }

    /** Chinese text: 20个工作日, 30日, 3个月. */
    public String label() {
        return number + unit.label();
    }
}
