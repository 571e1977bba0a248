package org.haina.integrations.licencestore;

import java.util.regex.Pattern;

/**
 * Identifier of an e-licence (证照标识, GB/T 36904): root, type code (21), issuer (18, older ones 6), serial number, version (3) and a
 * check character by ISO 7064 MOD 37,36 over the four parts.
 */
public record LicenceIdentifier(String value) {

    private static final String ROOT = "1.2.156.3005.2.";
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern FORMAT = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{21})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,32})\\.(\\d{3})\\.([0-9A-Z])");

    public LicenceIdentifier {
        var parts = FORMAT.matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a licence identifier");
        }
        var body = parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4);
        if (check(body) != parts.group(5).charAt(0)) {
            throw new IllegalArgumentException("Wrong check character in a licence identifier");
        }
    }

    /**
     * Builds an identifier.
     *
     * @param typeCode 21 characters: USCC of the organ that defined the type, and three digits
     * @param issuer USCC of the issuing organ, on older licences a district code of 6 digits
     * @param serial 1 to 32 digits and capitals
     * @param version 1 to 999, rises with every change
     */
    public static LicenceIdentifier of(String typeCode, String issuer, String serial, int version) {
        var number = "%03d".formatted(version);
        var check = check(typeCode + issuer + serial + number);
        return new LicenceIdentifier(ROOT + String.join(".", typeCode, issuer, serial, number) + "." + check);
    }

    /** The licence type's 21 characters. */
    public String typeCode() {
        return value.substring(ROOT.length(), ROOT.length() + 21);
    }

    private static char check(String body) {
        int product = 36;
        for (int i = 0; i < body.length(); i++) {
            int sum = (CHARACTERS.indexOf(body.charAt(i)) + product) % 36;
            product = 2 * (sum == 0 ? 36 : sum) % 37;
        }
        return CHARACTERS.charAt((37 - product) % 36);
    }

    @Override
    public String toString() {
        return value;
    }
}
