package org.haina.service.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait: per call by exponential back-off with jitter, per register as long as it asked for. A paused
 * register's rows are not even claimed, so a long outage with thousands of waiting calls causes no storm of retries.
 */
final class Pauses {

    private final OutboundSettings settings;
    private final Map<String, Long> until = new ConcurrentHashMap<>();

    Pauses(OutboundSettings settings) {
        this.settings = settings;
    }

    /** @param attempts made so far, at least 1 */
    Duration after(int attempts) {
        long doubled = settings.firstPause().toMillis() << Math.min(attempts - 1, 30);
        long pause = Math.min(doubled, settings.longestPause().toMillis());
        long random = pause * settings.jitter() / 100;
        return Duration.ofMillis(
                pause + (random == 0 ? 0 : ThreadLocalRandom.current().nextLong(-random, random + 1)));
    }

    void pause(String register, Duration length) {
        until.merge(register, System.nanoTime() + length.toNanos(), Math::max);
    }

    boolean isPaused(String register) {
        Long end = until.get(register);
        return end != null && System.nanoTime() - end < 0;
    }
}
