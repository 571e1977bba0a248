package org.haina.service.institutions;

import java.util.Optional;

/**
 * The registration of a licensed school as a legal person.
 *
 * @param uscc unified social credit code that was asked for; the school's own once the state is {@code REGISTERED}
 * @param name as registered; empty while the registry has not confirmed it
 */
public record LegalRegistration(String uscc, State state, Optional<String> name) {

    /** What the registry has said of the code. */
    public enum State {
        ASKED,
        REGISTERED,
        NOT_FOUND,
        /** Registered, but for somebody else or not any more. */
        DIFFERS,
        /** No answer in time; a late one still counts. */
        UNANSWERED
    }

    /** True if another code may be asked for. */
    boolean isOpen() {
        return state != State.ASKED && state != State.REGISTERED;
    }
}
