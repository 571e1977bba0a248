package org.haina.service.consultations;

import java.util.Arrays;
import java.util.Optional;
import org.haina.processes.VariableNames;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Moment;

/** A department that can be asked, with the clock of its answer. */
enum Department {
    POLICE(VariableNames.POLICE, ClockName.POLICE_OPINION, Moment.POLICE_ASKED, Moment.POLICE_ANSWERED),
    TRANSPORT(VariableNames.TRANSPORT, ClockName.TRANSPORT_OPINION, Moment.TRANSPORT_ASKED, Moment.TRANSPORT_ANSWERED);

    private final String named;
    private final ClockName clock;
    private final Moment asked;
    private final Moment answered;

    Department(String named, ClockName clock, Moment asked, Moment answered) {
        this.named = named;
        this.clock = clock;
        this.asked = asked;
        this.answered = answered;
    }

    /** @param name as models have it */
    static Optional<Department> find(String name) {
        return Arrays.stream(values())
                .filter(department -> department.named.equals(name))
                .findFirst();
    }

    /** As {@link #find}. @throws IllegalArgumentException if there is none */
    static Department named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No department to ask is named " + name));
    }

    static Optional<Department> of(ClockName clock) {
        return Arrays.stream(values())
                .filter(department -> department.clock == clock)
                .findFirst();
    }

    String named() {
        return named;
    }

    ClockName clock() {
        return clock;
    }

    Moment asked() {
        return asked;
    }

    Moment answered() {
        return answered;
    }
}
