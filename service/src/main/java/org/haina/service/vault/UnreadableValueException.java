package org.haina.service.vault;

/** An encrypted value that cannot be opened: moved, changed, or made under a key the ring lacks. Says where, never what. */
public final class UnreadableValueException extends RuntimeException {

    UnreadableValueException(String context, String reason) {
        super("The encrypted value at " + context + " cannot be opened: " + reason);
    }
}
