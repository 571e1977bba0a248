package org.haina.service.journey;

import java.util.concurrent.atomic.AtomicInteger;

/** Unified social credit codes of companies that no other test knows (GB 32100, GB 11714). */
final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INNER = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private CreditCodes() {}

    static String next() {
        String body = "MA9T%04d".formatted(SERIAL.incrementAndGet());
        String code = "91319999" + body + inner(body);
        int sum = 0;
        int weight = 1;
        for (char sign : code.toCharArray()) {
            sum += weight * ALPHABET.indexOf(sign);
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char inner(String body) {
        int sum = 0;
        for (int i = 0; i < INNER.length; i++) {
            sum += INNER[i] * Character.digit(body.charAt(i), 36);
        }
        int check = 11 - sum % 11;
        return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
    }
}
