package org.haina.service.outbound;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators do about a call that does not arrive, beside trying it again and closing it: one of them looks after it, they
 * write down what they found out, and a question that will not be answered soon goes to a person before its time is over.
 */
@Service
public class CallCare {

    /** The operator who does something, by account and by name. */
    public record Operator(String account, String name) {}

    /** What a note is about. */
    public enum Kind {
        /** Something found out. */
        NOTE,
        /** Somebody looks after the call from now on. */
        TAKEN,
        /** The question was handed to a person. */
        REROUTED
    }

    /** @param words without personal data; of one that took it over: from whom, or empty */
    public record Note(Instant at, String name, Kind kind, String words) {}

    private static final int LONGEST = 500;

    private final CareRows rows;
    private final LedgerRows ledger;
    private final Audit audit;
    private final Clock clock;

    CallCare(CareRows rows, LedgerRows ledger, Audit audit, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest 200, oldest first. */
    public List<Note> notes(UUID call) {
        return rows.notes(call);
    }

    /**
     * Keeps what was found out, also of a call that is over.
     *
     * @param words 2 to 500 characters, without personal data
     */
    @Transactional
    public void note(UUID call, String words, Operator by) {
        require(words);
        keep(call, by, Kind.NOTE, words, "outbound.note");
    }

    /** @return false if the call is over, or this operator looks after it already */
    @Transactional
    public boolean take(UUID call, Operator by) {
        return rows.take(call, by)
                .map(before -> {
                    keep(call, by, Kind.TAKEN, before, "outbound.take");
                    return true;
                })
                .orElse(false);
    }

    /**
     * Hands a question to a person now, as if its time were over; it is tried on, and a late answer still counts.
     *
     * @param reason 2 to 500 characters, without personal data
     * @return false if a person has it already, or nobody waits for an answer
     */
    @Transactional
    public boolean handToPerson(UUID call, String reason, Operator by) {
        require(reason);
        boolean handed = rows.endPatience(call);
        if (handed) {
            keep(call, by, Kind.REROUTED, reason, "outbound.reroute");
        }
        return handed;
    }

    private static void require(String words) {
        if (words.strip().length() < 2 || words.length() > LONGEST) {
            throw new IllegalArgumentException("Words have 2 to 500 characters");
        }
    }

    private void keep(UUID call, Operator by, Kind kind, String words, String action) {
        rows.insert(call, new Note(clock.instant(), by.name(), kind, words), by.account());
        audit.record(new AuditEntry(
                by.account(),
                action,
                "outbound:" + call,
                ledger.find(call).orElseThrow().caseNumber(),
                Map.of()));
    }
}
