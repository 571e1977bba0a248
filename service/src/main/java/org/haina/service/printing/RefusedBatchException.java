package org.haina.service.printing;

import java.io.Serial;

/** What was chosen cannot be printed at once; the message is Chinese and says what to do. */
class RefusedBatchException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RefusedBatchException(String message) {
        super(message);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
