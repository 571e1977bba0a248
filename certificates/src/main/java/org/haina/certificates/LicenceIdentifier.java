package org.haina.certificates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an electronic licence (证照标识, GB/T 36904): {@code 1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>}.
 * The check character is MOD 37,36 over type, issuer, serial and version without dots.
 *
 * @param typeCode licence type: USCC of the defining organ and three digits, 21 characters
 * @param issuerCode code of the issuing organ, 1 to 18 upper-case letters or digits (USCC, or six digits of a region)
 * @param serial serial number within type and issuer, 1 to 32 upper-case letters or digits
 * @param version 1 to 999; rises by one with each change of the licence
 */
public record LicenceIdentifier(String typeCode, String issuerCode, String serial, int version) {
    private static final String ROOT = "1.2.156.3005.2.";
    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");
    private static final Pattern ISSUER = Pattern.compile("[0-9A-Z]{1,18}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{1,32}");
    private static final Pattern WHOLE = Pattern.compile(
            Pattern.quote(ROOT) + "([0-9A-Z]{21})\\.([0-9A-Z]{1,18})\\.([0-9A-Z]{1,32})\\.([0-9]{3})\\.([0-9A-Z])");

    public LicenceIdentifier {
        require(TYPE, typeCode, "licence type code");
        require(ISSUER, issuerCode, "issuer code");
        require(SERIAL, serial, "serial number");
        if (version < 1 || version > 999) {
            throw new IllegalArgumentException("Not a licence version (1-999): " + version);
        }
    }

    /**
     * Reads an identifier as printed.
     *
     * @throws IllegalArgumentException when the form or the check character is wrong
     */
    public static LicenceIdentifier parse(String text) {
        Matcher match = WHOLE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a licence identifier: " + text);
        }
        LicenceIdentifier identifier =
                new LicenceIdentifier(match.group(1), match.group(2), match.group(3), Integer.parseInt(match.group(4)));
        if (match.group(5).charAt(0) != identifier.check()) {
            throw new IllegalArgumentException("Wrong check character in licence identifier: " + text);
        }
        return identifier;
    }

    /** The identifier as printed and exchanged. */
    public String value() {
        return ROOT + String.join(".", typeCode, issuerCode, serial, versionDigits(), String.valueOf(check()));
    }

    /** The same licence after its next change. */
    public LicenceIdentifier nextVersion() {
        return new LicenceIdentifier(typeCode, issuerCode, serial, version + 1);
    }

    @Override
    public String toString() {
        return value();
    }

    private char check() {
        return Mod3736.checkCharacter(typeCode + issuerCode + serial + versionDigits());
    }

    private String versionDigits() {
        return "%03d".formatted(version);
    }

    private static void require(Pattern form, String value, String what) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a " + what + ": " + value);
        }
    }
}
