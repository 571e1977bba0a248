package org.haina.forms;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citizen's identity number of 18 characters (GB 11643), also used by the residence permits of Hong Kong, Macao and
 * Taiwan residents (areas 810000, 820000, 830000). Historical area codes are valid: a number never changes when districts merge.
 *
 * <p>Whether the date of birth lies in the future and whether the demonstration area 319999 is admitted is for
 * {@link Identifiers} to say: both depend on where and when the system runs.
 *
 * @param value 17 digits and the check character, the latter in upper case
 */
public record IdentityNumber(String value) {
    static final String DEMO_AREA = "319999";
    private static final Pattern SHAPE = Pattern.compile("(\\d{6})(\\d{4})(\\d{2})(\\d{2})(\\d{3})[\\dX]");
    private static final Pattern AREA = Pattern.compile("[1-6]\\d{5}|8[123]0000");

    /** Sex as coded by GB/T 2261.1: 1 male, 2 female. */
    public enum Sex {
        MALE("1"),
        FEMALE("2");

        private final String code;

        Sex(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** What is wrong with a number, in the words shown to the citizen. */
    enum Flaw {
        NONE(""),
        SHAPE("应为18位，前17位是数字，最后一位是数字或X"),
        AREA("前6位地区代码不存在，请对照证件核对"),
        BIRTH_DATE("第7至14位的出生日期不存在，请对照证件核对"),
        CHECK("最后一位校验不通过，请对照证件逐位核对");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @throws IllegalArgumentException naming the flaw, never the number */
    public IdentityNumber {
        value = value.toUpperCase(Locale.ROOT);
        Flaw flaw = flawOf(value);
        if (flaw != Flaw.NONE) throw new IllegalArgumentException("Not an identity number: " + flaw);
    }

    static Flaw flawOf(String number) {
        String value = number.toUpperCase(Locale.ROOT);
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches()) return Flaw.SHAPE;
        if (!AREA.matcher(parts.group(1)).matches()) return Flaw.AREA;
        if (!CalendarDate.exists(parts.group(2), parts.group(3), parts.group(4))) return Flaw.BIRTH_DATE;
        return CheckCharacter.ofIdentity(value) == value.charAt(17) ? Flaw.NONE : Flaw.CHECK;
    }

    /** Six digits of GB/T 2260 as they were when the number was given. */
    public String area() {
        return value.substring(0, 6);
    }

    public LocalDate birthDate() {
        return LocalDate.of(digits(6, 10), digits(10, 12), digits(12, 14));
    }

    public Sex sex() {
        return digits(16, 17) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** True for the residence permit of a Hong Kong, Macao or Taiwan resident. */
    public boolean isResidencePermit() {
        return value.charAt(0) == '8';
    }

    /** True for a made-up person of a demonstration. */
    public boolean isDemo() {
        return area().equals(DEMO_AREA);
    }

    private int digits(int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }

    /** Masked: logs and stack traces must not carry the number. */
    @Override
    public String toString() {
        return value.substring(0, 3) + "***********" + value.substring(14);
    }
}
