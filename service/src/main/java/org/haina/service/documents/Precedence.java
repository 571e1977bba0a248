package org.haina.service.documents;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Lets people go first: what nobody has asked for waits while the processors are busy, but not for ever. */
final class Precedence {

    private final DoubleSupplier load;
    private final LongSupplier nanos;
    private final double busy;
    private final long patience;
    private long last;

    /**
     * @param load share of the processors at work, 0 to 1; negative if unknown
     * @param nanos time that only grows
     */
    Precedence(DoubleSupplier load, LongSupplier nanos, double busy, Duration patience) {
        this.load = load;
        this.nanos = nanos;
        this.busy = busy;
        this.patience = patience.toNanos();
        this.last = nanos.getAsLong();
    }

    /** Whether to go on now; true begins the wait anew. */
    boolean mayGoOn() {
        long now = nanos.getAsLong();
        if (load.getAsDouble() > busy && now - last < patience) {
            return false;
        }
        last = now;
        return true;
    }
}
