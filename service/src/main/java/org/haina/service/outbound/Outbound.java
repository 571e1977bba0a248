package org.haina.service.outbound;

import java.util.List;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CorrelationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one door out: what is sent here leaves if, and only if, the caller's transaction commits. */
@Service
public class Outbound {

    private final NewCalls newCalls;
    private final Calls calls;
    private final Channels channels;
    private final Relay relay;

    Outbound(NewCalls newCalls, Calls calls, Channels channels, Relay relay) {
        this.newCalls = newCalls;
        this.calls = calls;
        this.channels = channels;
        this.relay = relay;
    }

    /**
     * Writes the call into the ledger: one INSERT. It is made soon after the commit; {@link OutboundAnswered} or
     * {@link OutboundGivenUp} follows in another transaction, perhaps on another node.
     *
     * @return id of the call, also its request id at the authority
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if no channel reaches the register
     */
    public UUID send(OutboundCall call) {
        return send(List.of(call)).get(0);
    }

    /**
     * Writes all calls in one batch, as {@link #send(OutboundCall)} does one.
     *
     * @return their ids, in the same order
     */
    public List<UUID> send(List<OutboundCall> all) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A call is decided inside a transaction");
        }
        all.forEach(call -> channels.of(call.register()));
        List<UUID> ids = newCalls.insert(all, CorrelationId.current());
        relay.wakeAfterCommit();
        return ids;
    }

    /**
     * Keeps a call that had to be made at once, since somebody waits for its answer; nothing is sent. The answer itself
     * is not kept.
     *
     * @param id its request id at the authority
     */
    public void answered(UUID id, OutboundCall made) {
        newCalls.insertMade(id, made, null, null, CorrelationId.current());
    }

    /**
     * As {@link #answered} for a call without a usable answer that is not made again.
     *
     * @param trouble reason in capitals, as in {@link OutboundGivenUp#code}: no answer, or which kind of wrong one
     * @param instead what happens in its place, for operators
     */
    public void unanswered(UUID id, OutboundCall made, String trouble, String instead) {
        newCalls.insertMade(id, made, trouble, instead, CorrelationId.current());
    }

    /** Ends all queries of a case that nobody needs an answer to any more; pushes and registrations go on. */
    public void cancelQueries(CaseNumber number) {
        calls.cancelQueries(number);
    }
}
