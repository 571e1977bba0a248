package org.haina.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrecedenceTests {

    private final AtomicReference<Double> load = new AtomicReference<>(0.1);
    private final AtomicLong nanos = new AtomicLong(7);
    private final Precedence precedence = new Precedence(load::get, nanos::get, 0.6, Duration.ofMinutes(1));

    @Test
    void paper_waits_while_people_are_served_but_not_for_ever() {
        assertThat(precedence.mayGoOn()).isTrue();

        load.set(0.9);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(precedence.mayGoOn()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(precedence.mayGoOn()).isTrue();
        assertThat(precedence.mayGoOn()).as("the wait begins anew").isFalse();

        load.set(0.6);
        assertThat(precedence.mayGoOn()).isTrue();
    }

    @Test
    void a_machine_that_cannot_tell_counts_as_idle() {
        load.set(-1.0);

        assertThat(precedence.mayGoOn()).isTrue();
    }
}
