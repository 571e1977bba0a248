package org.haina.certificates;

import java.util.Locale;

/**
 * Check characters by ISO/IEC 7064 MOD 37,36 (hybrid system) over the alphabet {@code 0-9A-Z}. Used by e-licence identifiers
 * (GB/T 36904) and by case numbers. Finds every single wrong character and nearly all swaps of neighbours.
 */
public final class Mod3736 {
    private static final int RADIX = 36;

    private Mod3736() {}

    /**
     * The check character of a non-empty text of digits and upper-case Latin letters.
     *
     * @throws IllegalArgumentException when the text is empty or holds another character
     */
    public static char checkCharacter(String text) {
        int check = (RADIX + 1 - product(text)) % RADIX;
        return Character.toUpperCase(Character.forDigit(check, RADIX));
    }

    /** The text followed by its check character. */
    public static String append(String text) {
        return text + checkCharacter(text);
    }

    /** Whether the last character is the check character of what stands before it; false for anything malformed. */
    public static boolean isValid(String text) {
        return text.length() >= 2
                && text.chars().allMatch(Mod3736::inAlphabet)
                && text.charAt(text.length() - 1) == checkCharacter(text.substring(0, text.length() - 1));
    }

    private static int product(String text) {
        if (text.isEmpty() || !text.chars().allMatch(Mod3736::inAlphabet)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "MOD 37,36 needs digits and upper-case letters, got '%s'", text));
        }
        int product = RADIX;
        for (int i = 0; i < text.length(); i++) {
            int sum = (Character.digit(text.charAt(i), RADIX) + product) % RADIX;
            product = 2 * (sum == 0 ? RADIX : sum) % (RADIX + 1);
        }
        return product;
    }

    private static boolean inAlphabet(int character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z';
    }
}
