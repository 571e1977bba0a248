package org.haina.forms;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unified social credit code of an organisation (GB 32100-2015): registering department, kind, area (6), organisation code
 * (9, GB 11714), check character; 18 characters without I, O, S, V, Z.
 *
 * @param value 18 characters in upper case
 */
public record UnifiedSocialCreditCode(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-HJ-NPQRTUWXY]");

    /** @throws IllegalArgumentException if shape or check character is wrong */
    public UnifiedSocialCreditCode {
        value = value.toUpperCase(Locale.ROOT);
        if (!isValid(value)) throw new IllegalArgumentException("Not a unified social credit code: " + value);
    }

    static boolean hasShape(String code) {
        return SHAPE.matcher(code.toUpperCase(Locale.ROOT)).matches();
    }

    static boolean isValid(String code) {
        String value = code.toUpperCase(Locale.ROOT);
        return hasShape(value) && CheckCharacter.ofCreditCode(value) == value.charAt(17);
    }

    /** Six digits of GB/T 2260 where the organisation was registered. */
    public String area() {
        return value.substring(2, 8);
    }

    /** Nine characters of GB 11714, without hyphen. */
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /** True for a made-up organisation of a demonstration. */
    public boolean isDemo() {
        return area().equals(IdentityNumber.DEMO_AREA);
    }
}
