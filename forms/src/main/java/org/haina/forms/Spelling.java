package org.haina.forms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Canonical spellings of what people type. Chinese input methods give full-width digits and letters; phones paste spaces;
 * the dot in a name has half a dozen code points.
 */
final class Spelling {
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+");
    private static final Pattern NAME_DOTS = Pattern.compile("\\s*[•・‧∙⋅･●]\\s*");
    private static final Pattern COUNTRY = Pattern.compile("^(?:(?:\\+|00)86)+");
    private static final int LONGEST_REWRITTEN = 1000; // what is longer is wrong anyway and is left as it came

    private Spelling() {}

    /** Text without blanks at its ends and with line feeds only. */
    static String text(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        int from = 0;
        int to = lines.length();
        while (from < to && isBlank(lines.charAt(from))) from++;
        while (to > from && isBlank(lines.charAt(to - 1))) to--;
        return lines.substring(from, to);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF' || c == '\u200B';
    }

    /** Full-width to plain, without gaps; what is not ASCII then is no identifier and is left as it came. */
    static String compact(String typed) {
        if (typed.length() > LONGEST_REWRITTEN) return typed;
        String plain =
                GAPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        return isAscii(plain) ? plain : typed;
    }

    static String compactUpper(String typed) {
        String plain = compact(typed);
        return isAscii(plain) ? plain.toUpperCase(Locale.ROOT) : typed;
    }

    static String mobile(String typed) {
        String digits = compact(typed).replace("-", "");
        return COUNTRY.matcher(digits).replaceFirst("");
    }

    /** No Unicode normalisation: even NFC replaces some registered characters (U+F92C and others) by their look-alikes. */
    static String name(String typed) {
        if (typed.length() > LONGEST_REWRITTEN) return typed;
        return GAPS.matcher(text(NAME_DOTS.matcher(typed).replaceAll("·"))).replaceAll(" ");
    }

    static String date(String typed) {
        if (typed.length() > LONGEST_REWRITTEN) return typed;
        return CalendarDate.normalise(text(Normalizer.normalize(typed, Normalizer.Form.NFKC)));
    }
}
