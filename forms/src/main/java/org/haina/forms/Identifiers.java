package org.haina.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Judges identifiers where and when the system runs: no birth dates in the future, and the never assigned demonstration
 * area 319999 only in a demonstration. Thread-safe.
 */
public final class Identifiers {
    private final boolean demo;
    private final Clock clock;

    /**
     * @param demo whether made-up persons and organisations of area 319999 are admitted; never in production
     * @param clock legal time, zone Asia/Shanghai
     */
    public Identifiers(boolean demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    /** Without demonstration identifiers, by Shanghai's wall clock. */
    public static Identifiers strict() {
        return new Identifiers(false, Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    /** What is wrong, as half a Chinese sentence ("应为11位手机号码"); empty if the value is valid. */
    public Optional<String> problem(IdentifierFormat format, String value) {
        return format.problem(value, this);
    }

    public boolean accepts(IdentifierFormat format, String value) {
        return problem(format, value).isEmpty();
    }

    /** The one spelling under which a value is stored and compared; an invalid value stays invalid. */
    public String canonical(IdentifierFormat format, String typed) {
        return format.canonical(typed);
    }

    boolean demo() {
        return demo;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
