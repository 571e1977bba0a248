package org.haina.service.issuance;

import java.security.SecureRandom;
import java.util.Optional;
import org.haina.service.keys.TypedCode;

/**
 * What stands behind {@code /verify/}: 26 Crockford characters, 130 random bits, so that nobody finds certificates by
 * trying.
 *
 * @param value without separators
 */
record VerificationCode(String value) {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    VerificationCode {
        if (!value.matches("[0-9A-HJKMNP-TV-Z]{26}")) {
            throw new IllegalArgumentException("Not a verification code");
        }
    }

    static VerificationCode random() {
        StringBuilder code = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, CROCKFORD.length()).forEach(i -> code.append(CROCKFORD.charAt(i)));
        return new VerificationCode(code.toString());
    }

    /** As people type it: any case and width, with blanks or hyphens, O for 0 and I or L for 1. */
    static Optional<VerificationCode> read(String typed) {
        String code = TypedCode.plain(typed).replace('O', '0').replace('I', '1').replace('L', '1');
        return code.matches("[0-9A-HJKMNP-TV-Z]{26}") ? Optional.of(new VerificationCode(code)) : Optional.empty();
    }

    /** In groups of four, as printed. */
    String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return value;
    }
}
