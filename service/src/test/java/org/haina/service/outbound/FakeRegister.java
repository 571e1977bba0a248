package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A register that keeps what was done under which request id, so that a repeated call has no second effect. */
final class FakeRegister implements OutboundChannel {

    private final String name;
    private final Map<UUID, String> effects = new LinkedHashMap<>();
    private final Collection<Request> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Consumer<Request> before = request -> {};
    private volatile Consumer<Request> after = request -> {};

    FakeRegister() {
        this.name = "fake-" + UUID.randomUUID();
    }

    String name() {
        return name;
    }

    /** Trouble before the work is done; throws what the register's channel would. */
    void before(Consumer<Request> trouble) {
        before = trouble;
    }

    /** Trouble after the work is done. */
    void after(Consumer<Request> trouble) {
        after = trouble;
    }

    void heal() {
        before = request -> {};
        after = request -> {};
    }

    @Override
    public Set<String> registers() {
        return Set.of(name);
    }

    @Override
    public JsonNode call(Request request) {
        received.add(request);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            before.accept(request);
            synchronized (effects) {
                effects.putIfAbsent(request.id(), request.query());
            }
            after.accept(request);
            return JsonNodeFactory.instance.objectNode().put("finding", "confirmed");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    List<Request> received() {
        return List.copyOf(received);
    }

    /** Queries in the order they took effect. */
    List<String> effects() {
        synchronized (effects) {
            return List.copyOf(effects.values());
        }
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
