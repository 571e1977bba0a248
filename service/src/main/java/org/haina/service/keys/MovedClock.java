package org.haina.service.keys;

import java.time.Clock;

/** Legal time that stands elsewhere than real time: only a demo has one, while it makes its past. */
public abstract class MovedClock extends Clock {

    /** Time as it really is. */
    protected abstract Clock real();

    /** Real time whatever stands in for legal time: for what must prove when something was done. */
    public static Clock real(Clock legal) {
        return legal instanceof MovedClock moved ? moved.real() : legal;
    }
}
