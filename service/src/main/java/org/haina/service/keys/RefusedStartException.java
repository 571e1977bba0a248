package org.haina.service.keys;

import java.io.Serial;

/** The service must not come up like this; the message is the one line an operator needs. */
public final class RefusedStartException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RefusedStartException(String reason) {
        super(reason);
    }
}
