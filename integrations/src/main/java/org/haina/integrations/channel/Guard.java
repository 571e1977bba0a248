package org.haina.integrations.channel;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.AuthorityUnavailableException.Reason;

/** Keeps a slow or failing authority from taking our threads: bulkhead outside, circuit breaker inside. */
final class Guard {

    private final String authority;
    private final Duration breakerWait;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;

    Guard(String authority, AuthoritySettings settings) {
        this.authority = authority;
        this.breakerWait = settings.breakerWait();
        this.bulkhead = Bulkhead.of(
                authority,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.maxConcurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        // Only silence opens the circuit: an authority that answers wrongly is up, and a person must look.
        this.breaker = CircuitBreaker.of(
                authority,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(breakerWait)
                        .recordExceptions(AuthorityUnavailableException.class)
                        .build());
    }

    <T> T call(Supplier<T> call) {
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(call));
        } catch (CallNotPermittedException e) {
            throw new AuthorityUnavailableException(authority, Reason.BREAKER_OPEN, breakerWait, null);
        } catch (BulkheadFullException e) {
            throw new AuthorityUnavailableException(authority, Reason.BUSY, Duration.ofSeconds(1), null);
        }
    }

    boolean open() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }
}
