package org.haina.service.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.haina.service.keys.MovedClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Legal time of a demo that fills itself: stands in the past while the past is made, else tells real time. */
@Component
@ConditionalOnExpression("${haina.demo:false} and ${haina.demo-cases.fill:false}")
class DemoClock extends MovedClock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Clock real = Clock.system(SHANGHAI);
    private volatile Duration behind = Duration.ZERO;

    /** Stands at the given time and goes on from there; never in the future. */
    void moveTo(LocalDateTime shanghai) {
        Duration back = Duration.between(shanghai.atZone(SHANGHAI).toInstant(), real.instant());
        behind = back.isNegative() ? Duration.ZERO : back;
    }

    /** Some time passes; the past ends where the present is. */
    void pass(Duration time) {
        moveTo(LocalDateTime.now(this).plus(time));
    }

    void comeBack() {
        behind = Duration.ZERO;
    }

    @Override
    protected Clock real() {
        return real;
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), behind.negated());
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }
}
