package org.haina.service.outbound;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whoever asked that the deadline has passed: the row stays and is tried on, a person takes over. */
@Component
class GiveUps {

    private static final Logger LOG = LoggerFactory.getLogger(GiveUps.class);
    private static final int MOST_PER_SWEEP = 500;

    private final Calls calls;
    private final Channels channels;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    GiveUps(Calls calls, Channels channels, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.calls = calls;
        this.channels = channels;
        this.transaction = transaction;
        this.events = events;
    }

    void sweep() {
        int told = 0;
        while (told < MOST_PER_SWEEP && tellNext()) {
            told++;
        }
    }

    /** One transaction per row, so that a case in trouble holds up no other. */
    private boolean tellNext() {
        AtomicReference<@Nullable UUID> current = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<OutboundGivenUp> next = calls.giveUpNext(channels.sorted());
                next.ifPresent(event -> {
                    current.set(event.id());
                    events.publishEvent(event);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            UUID id = current.get();
            if (id == null) {
                throw e;
            }
            LOG.warn("Nobody takes over call {} yet: {}", id, e.getClass());
            calls.giveUpLater(id);
            return true;
        }
    }
}
