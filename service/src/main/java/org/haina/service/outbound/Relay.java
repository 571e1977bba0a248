package org.haina.service.outbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Empties the ledger with a bounded number of workers. Any number of relays may run beside each other: each claims rows
 * the others have not taken. A relay that dies leaves rows with a lease, which another repeats after its end.
 */
@Component
class Relay implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Calls calls;
    private final Channels channels;
    private final Delivery delivery;
    private final Pauses pauses;
    private final OutboundSettings settings;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService claimer =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("outbound-claim-"));
    private final ExecutorService workers;

    Relay(Calls calls, Channels channels, Delivery delivery, Pauses pauses, OutboundSettings settings) {
        this.calls = calls;
        this.channels = channels;
        this.delivery = delivery;
        this.pauses = pauses;
        this.settings = settings;
        this.workers = Executors.newFixedThreadPool(settings.workers(), new CustomizableThreadFactory("outbound-"));
    }

    /** Looks for due rows soon; cheap, may be called from anywhere at any time. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                claimer.execute(this::claimAll);
            } catch (RejectedExecutionException e) {
                LOG.debug("The relay is stopping");
            }
        }
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void claimAll() {
        woken.set(false);
        try {
            List<ClaimedCall> claimed;
            do {
                claimed = claim();
                claimed.forEach(this::start);
            } while (!claimed.isEmpty());
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be read, the next tick tries again", e);
        }
    }

    private List<ClaimedCall> claim() {
        int free = settings.workers() - underWay();
        Map<String, Integer> allowances = allowances();
        return free <= 0 || allowances.isEmpty()
                ? List.of()
                : calls.claim(UUID.randomUUID(), allowances, free, settings.lease());
    }

    int underWay() {
        return underWay.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<String, Integer> allowances() {
        Map<String, Integer> allowances = new HashMap<>();
        for (String register : channels.registers()) {
            int free = settings.workersPerRegister() - underWay.getOrDefault(register, 0);
            if (free > 0 && !pauses.isPaused(register)) {
                allowances.put(register, free);
            }
        }
        return allowances;
    }

    private void start(ClaimedCall call) {
        underWay.merge(call.register(), 1, Integer::sum);
        workers.execute(() -> {
            try {
                delivery.make(call);
            } catch (RuntimeException e) {
                LOG.error("The outcome of call {} could not be stored; it is repeated after its lease", call.id(), e);
            } finally {
                underWay.merge(call.register(), -1, Integer::sum);
                wake();
            }
        });
    }

    /** Lets calls under way end; what does not end in time is repeated after its lease. */
    @Override
    public void destroy() throws InterruptedException {
        claimer.shutdown();
        workers.shutdown();
        if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }
}
