package org.haina.service.keys;

/** The hybrid check system MOD 37,36 of ISO 7064 over digits and capital letters. */
final class Mod3736 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Mod3736() {}

    static char checkCharacter(String body) {
        return ALPHABET.charAt((37 - fold(body)) % 36);
    }

    static boolean fits(String text) {
        return (fold(text.substring(0, text.length() - 1)) + ALPHABET.indexOf(text.charAt(text.length() - 1))) % 36
                == 1;
    }

    private static int fold(String body) {
        int product = 36;
        for (int i = 0; i < body.length(); i++) {
            int sum = (ALPHABET.indexOf(body.charAt(i)) + product) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return product;
    }
}
