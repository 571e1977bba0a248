package org.haina.processes;

import java.util.List;

/** An {@code item.yaml} that cannot be used; each problem begins with the path of the key it is about. */
public final class InvalidItemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final List<String> problems;

    InvalidItemException(List<String> problems) {
        super("Not a usable item definition: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** @param cause with the place in the file */
    InvalidItemException(List<String> problems, Throwable cause) {
        this(problems);
        initCause(cause);
    }

    /** What is wrong, one sentence per problem. */
    public List<String> problems() {
        return problems;
    }
}
