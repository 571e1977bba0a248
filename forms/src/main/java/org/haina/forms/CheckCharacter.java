package org.haina.forms;

/** Check characters of the national identifiers; callers have already matched the alphabet. */
final class CheckCharacter {
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10X98765432";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckCharacter() {}

    /** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643). */
    static char ofIdentity(String digits) {
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) sum += IDENTITY_WEIGHTS[i] * (digits.charAt(i) - '0');
        return IDENTITY_CHECKS.charAt(sum % 11);
    }

    /** MOD 31 over the first 17 characters (GB 32100). */
    static char ofCreditCode(String code) {
        int sum = 0;
        for (int i = 0; i < CREDIT_WEIGHTS.length; i++)
            sum += CREDIT_WEIGHTS[i] * CREDIT_ALPHABET.indexOf(code.charAt(i));
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** MOD 11 over the first eight characters (GB 11714). */
    static char ofOrganisation(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++)
            sum += ORGANISATION_WEIGHTS[i] * Character.digit(code.charAt(i), 36);
        int check = 11 - sum % 11;
        return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
    }
}
