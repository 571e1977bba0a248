package org.haina.service.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as people see it: operators, the case page, the rule for closing a case. Never shows what was asked. */
@Service
public class OutboundLedger {

    /** Where a call stands. */
    public enum State {
        /** Waits for its turn or for the next attempt. */
        PENDING,
        /** Under way. */
        RUNNING,
        /** Answered; nothing more to do. */
        ANSWERED,
        /** A person has taken over; still tried. */
        MANUAL,
        /** Refused by the authority, or about no case and past its deadline; waits for an operator. */
        FAILED,
        /** Settled by an operator, or its answer no longer needed. */
        CANCELLED
    }

    /**
     * A row.
     *
     * @param sequence place in the ledger, the cursor of {@link #list}
     * @param lastError code of the last trouble
     * @param settlement reason given by the operator who settled it
     * @param keeper name of the operator who looks after it; null: nobody by name
     */
    public record Entry(
            long sequence,
            UUID id,
            @Nullable CaseNumber caseNumber,
            OutboundCall.Kind kind,
            String register,
            String query,
            String purpose,
            State state,
            int attempts,
            Instant nextAt,
            Instant deadline,
            @Nullable String lastError,
            @Nullable String settlement,
            String correlation,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String keeper) {}

    private final LedgerRows rows;
    private final Relay relay;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OutboundLedger(LedgerRows rows, Relay relay, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.relay = relay;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param before the sequence of the last entry seen; {@code Long.MAX_VALUE} for the first page
     * @param limit 1 to 200
     */
    public List<Entry> list(@Nullable State state, long before, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("Not a page size: " + limit);
        }
        return rows.list(state, before, limit);
    }

    /** All calls of a case, oldest first. */
    public List<Entry> of(CaseNumber number) {
        return rows.of(number);
    }

    public Optional<Entry> find(UUID id) {
        return rows.find(id);
    }

    /** How many rows wait, by state; states with none are absent. */
    public Map<State, Long> openByState() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        rows.countOpen().forEach((state, count) -> counts.put(State.valueOf(state.toUpperCase(Locale.ROOT)), count));
        return counts;
    }

    /** Age of the oldest row not yet done. */
    public Optional<Duration> oldestOpen() {
        return rows.oldestOpen();
    }

    /**
     * True while something the case has to tell or register has not arrived and no operator has settled it. Queries do
     * not count: where they fail a person has taken over.
     */
    public boolean hasOpen(CaseNumber number) {
        return rows.hasOpen(number);
    }

    /**
     * As {@link #hasOpen}, for numbers and registrations of certificates only; such a case is not closed. What is told of
     * a certificate that was replaced before its case was closed waits for nobody.
     */
    public boolean hasOpenRegistration(CaseNumber number) {
        return rows.hasOpenRegistration(number);
    }

    /**
     * Tries at once what waits or was refused.
     *
     * @param actor account of the operator
     * @return false if there is nothing to try any more
     */
    @Transactional
    public boolean retry(UUID id, String actor) {
        boolean done = rows.retry(id);
        if (done) {
            record(id, "outbound.retry", actor);
            relay.wakeAfterCommit();
        }
        return done;
    }

    /**
     * Closes a row by hand because the matter was settled otherwise, or will not be; {@link OutboundSettled} follows.
     *
     * @param reason 2 to 500 characters, without personal data
     * @param actor account of the operator
     * @return false if the row is closed already
     * @throws org.haina.service.edge.Problem if whoever sent it cannot do without the answer; the row stays open
     */
    @Transactional
    public boolean settle(UUID id, String reason, String actor) {
        if (reason.isBlank() || reason.length() < 2 || reason.length() > 500) {
            throw new IllegalArgumentException("A reason has 2 to 500 characters");
        }
        boolean done = rows.settle(id, reason);
        if (done) {
            record(id, "outbound.settle", actor);
            rows.settled(id).ifPresent(events::publishEvent);
        }
        return done;
    }

    private void record(UUID id, String action, String actor) {
        @Nullable CaseNumber number = rows.find(id).orElseThrow().caseNumber();
        audit.record(new AuditEntry(actor, action, "outbound:" + id, number, Map.of()));
    }
}
