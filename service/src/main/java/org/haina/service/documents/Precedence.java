package org.haina.service.documents;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Lets people go first: what nobody has asked for waits while the processors are busy, but not for ever. */
public final class Precedence {

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

    /**
     * On this machine.
     *
     * @param busy share of its processors at work, 0 to 1, beyond which to wait
     * @param patience how long to wait at most
     */
    public static Precedence here(double busy, Duration patience) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Precedence(machine::getCpuLoad, System::nanoTime, busy, patience);
    }

    /** Whether to go on now; true begins the wait anew. */
    public boolean mayGoOn() {
        long now = nanos.getAsLong();
        if (load.getAsDouble() > busy && now - last < patience) {
            return false;
        }
        last = now;
        return true;
    }
}
