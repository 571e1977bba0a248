package org.haina.service.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;

/** Draws case numbers; a collision is as good as impossible (2^55) and refused by the primary key. */
public final class CaseNumbers {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 11;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public CaseNumbers(Clock clock) {
        this.clock = clock;
    }

    /** A new number, carrying the current year in Shanghai. */
    public CaseNumber next() {
        StringBuilder body =
                new StringBuilder("HN%02d".formatted(LocalDate.now(clock).getYear() % 100));
        random.ints(RANDOM_CHARACTERS, 0, CROCKFORD.length()).forEach(i -> body.append(CROCKFORD.charAt(i)));
        return CaseNumber.ofBody(body.toString());
    }
}
