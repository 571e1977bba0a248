package org.haina.service.outbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPersons;
import org.haina.service.audit.Audit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sender and relay of a node of its own, whose only register the running service does not know. */
final class TestNode implements AutoCloseable {

    static final DemoPerson PERSON = DemoPersons.get().findByKey("zhang-shili").orElseThrow();

    static final OutboundSettings SETTINGS = new OutboundSettings(
            4, 3, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMillis(10), Duration.ofMillis(50), 20);

    final String register;
    final Outbound outbound;
    final Relay relay;
    final GiveUps giveUps;
    final OutboundLedger ledger;
    final Collection<Object> events = new ConcurrentLinkedQueue<>();
    private final TransactionTemplate transaction;
    private volatile Consumer<Object> listener = event -> {};

    TestNode(
            OutboundChannel channel,
            JdbcClient jdbc,
            Vault vault,
            Audit audit,
            PlatformTransactionManager transactions,
            OutboundSettings settings) {
        this.register = channel.registers().iterator().next();
        this.transaction = new TransactionTemplate(transactions);
        Calls calls = new Calls(jdbc, vault, new ObjectMapper());
        Channels channels = new Channels(List.of(channel));
        Pauses pauses = new Pauses(settings);
        ApplicationEventPublisher publisher = event -> {
            listener.accept(event);
            events.add(event);
        };
        Delivery delivery = new Delivery(calls, channels, pauses, transaction, publisher);
        this.relay = new Relay(calls, channels, delivery, pauses, settings);
        this.giveUps = new GiveUps(calls, channels, transaction, publisher);
        this.outbound = new Outbound(new NewCalls(jdbc, vault), calls, channels, relay);
        this.ledger = new OutboundLedger(new LedgerRows(jdbc), relay, audit, publisher);
    }

    /** What a feature does with an event inside the relay's transaction. */
    void listener(Consumer<Object> listener) {
        this.listener = listener;
    }

    UUID send(@Nullable CaseNumber number, OutboundCall.Kind kind, String query, Duration patience) {
        return transaction.execute(status -> outbound.send(call(number, kind, query, patience)));
    }

    OutboundCall call(@Nullable CaseNumber number, OutboundCall.Kind kind, String query, Duration patience) {
        var parameters =
                JsonNodeFactory.instance.objectNode().put("name", PERSON.name()).put("idNumber", PERSON.idNumber());
        return new OutboundCall(
                number, kind, register, query, "ref-" + query, parameters, "teacher-qualification", patience);
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** What the recurring tick does. */
    void tick() {
        giveUps.sweep();
        relay.wake();
    }

    boolean isBusy() {
        return relay.underWay() > 0;
    }

    OutboundLedger.State state(UUID id) {
        return ledger.find(id).orElseThrow().state();
    }

    void untilState(UUID id, OutboundLedger.State state) {
        Poll.until(() -> {
            tick();
            return state(id) == state;
        });
    }

    <E> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() throws InterruptedException {
        relay.destroy();
    }
}
