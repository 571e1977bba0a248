package org.haina.service.access;

/** Personal data as lists show them; the length of a name is hidden too. */
public final class Masks {

    private static final int SHORT = 4;
    private static final int LONG = 11;

    private Masks() {}

    /** 张示例 becomes 张*. Also for characters outside the basic plane; names of organisations are not masked. */
    public static String name(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** 18 characters keep the first 3 and last 4, shorter documents the last 2, and four characters or fewer nothing. */
    public static String identifier(String number) {
        if (number.length() <= SHORT) {
            return "*".repeat(number.length());
        }
        return number.length() < LONG ? keep(number, 0, 2) : keep(number, 3, 4);
    }

    /** A mobile number becomes 138****0000, a shorter one keeps its last 2 digits. */
    public static String phone(String number) {
        return identifier(number);
    }

    private static String keep(String text, int first, int last) {
        return text.substring(0, first)
                + "*".repeat(text.length() - first - last)
                + text.substring(text.length() - last);
    }
}
