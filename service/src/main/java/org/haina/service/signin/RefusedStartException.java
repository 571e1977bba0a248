package org.haina.service.signin;

import java.io.Serial;

/** The service must not come up like this; the message is the one line an operator needs. */
final class RefusedStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RefusedStartException(String reason) {
        super(reason);
    }
}
