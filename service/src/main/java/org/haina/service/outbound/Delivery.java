package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.haina.service.keys.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt at one call: the call with no transaction open, then what came of it in a new one. */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int TRIES_TO_HAND_OVER = 3;

    private final Calls calls;
    private final Channels channels;
    private final Pauses pauses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Delivery(
            Calls calls,
            Channels channels,
            Pauses pauses,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.channels = channels;
        this.pauses = pauses;
        this.transaction = transaction;
        this.events = events;
    }

    void make(ClaimedCall call) {
        try (var ignored = MDC.putCloseable(CorrelationId.KEY, call.correlation())) {
            attempt(call);
        }
    }

    private void attempt(ClaimedCall call) {
        try {
            handOver(call, channels.of(call.register()).call(calls.request(call)));
        } catch (OutboundChannel.Unavailable e) {
            e.retryAfter().ifPresent(length -> pauses.pause(call.register(), length));
            postpone(call, e.code(), e.retryAfter().orElse(Duration.ZERO));
        } catch (OutboundChannel.Refused e) {
            refuse(call, e.code());
        } catch (RuntimeException e) {
            LOG.error("Call {} to {} broke on our side", call.id(), call.register(), e);
            postpone(call, "INTERNAL", Duration.ZERO);
        }
    }

    /**
     * Whoever asked may collide with another transaction on the same case; the answer is at hand, so that is tried
     * again at once. If it does not help the whole call is repeated later, which the request id makes harmless.
     */
    private void handOver(ClaimedCall call, JsonNode answer) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (calls.answered(call, answer)) {
                        call.answered(answer).ifPresent(events::publishEvent);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES_TO_HAND_OVER) {
                    throw e;
                }
                LOG.info("Answer to call {} not taken, trying again: {}", call.id(), e.getClass());
            }
        }
    }

    private void postpone(ClaimedCall call, String code, Duration atLeast) {
        Duration pause = pauses.after(call.attempt());
        calls.unanswered(call, code, pause.compareTo(atLeast) < 0 ? atLeast : pause);
        LOG.info("Call {} to {} not answered at attempt {}: {}", call.id(), call.register(), call.attempt(), code);
    }

    private void refuse(ClaimedCall call, String code) {
        LOG.warn("Call {} to {} refused: {}", call.id(), call.register(), code);
        transaction.executeWithoutResult(status -> {
            if (calls.refused(call, code) && !call.givenUp()) {
                call.refused(code).ifPresent(events::publishEvent);
            }
        });
    }
}
