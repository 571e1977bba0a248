package org.haina.service.parties;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identifier in its normal form: half-width, capital letters, no blanks. Whether its check character fits is decided
 * where it is entered.
 *
 * @param type code of the document (GA/T 517; 111 resident identity card; 001 unified social credit code)
 * @param number letters, digits, hyphens and parentheses, at most 64
 */
record Identity(String type, String number) {

    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{1,6}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z()-]{1,64}");
    private static final Pattern BLANKS = Pattern.compile("\\s");

    Identity {
        number = BLANKS.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (!TYPE.matcher(type).matches() || !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("Not an identifier of a person or organisation");
        }
    }

    /** Empty for what cannot be an identifier. */
    static Optional<Identity> find(String type, String number) {
        try {
            return Optional.of(new Identity(type, number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the blind index is made of. */
    String key() {
        return type + ":" + number;
    }

    String lastFour() {
        return number.substring(Math.max(0, number.length() - 4));
    }

    @Override
    public String toString() {
        return "Identity of type " + type;
    }
}
