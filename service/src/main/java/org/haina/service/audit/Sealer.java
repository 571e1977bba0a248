package org.haina.service.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the log's rows in the order of their numbers. A number may become visible after a higher one; therefore a
 * round only notes how far the log reaches and seals that far once every transaction that could still add a lower
 * number has ended: each of them has taken a transaction id below the one this round takes after looking.
 */
@Component
class Sealer {

    /** Any constant will do, as long as nothing else uses it. */
    private static final long LOCK = 0x4155_4449_5453_4541L;

    private static final int BATCH = 2_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Anchors anchors;
    private @Nullable Horizon horizon;

    private record Horizon(long top, long bound) {}

    private record Link(long entry, String previous, String hash) {}

    Sealer(JdbcTemplate jdbc, TransactionTemplate transaction, Vault vault, Anchors anchors) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.anchors = anchors;
    }

    /** One round; a row is sealed in the second round after its commit at the earliest. */
    synchronized void round() {
        Optional<SealedHead> head = Optional.ofNullable(transaction.execute(status -> lock() ? seal() : null));
        head.filter(h -> h.entry() > 0).ifPresent(anchors::keep);
    }

    private boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private SealedHead seal() {
        SealedHead head = head(jdbc);
        Horizon reached = horizon;
        if (reached != null && oldestRunning() >= reached.bound()) {
            head = sealUpTo(reached.top(), head);
            horizon = null;
        }
        if (horizon == null) {
            horizon = look(head);
        }
        return head;
    }

    static SealedHead head(JdbcTemplate jdbc) {
        return jdbc
                .query(
                        "select entry_id, hash from audit_seal order by entry_id desc limit 1",
                        (row, n) -> new SealedHead(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst()
                .orElse(SealedHead.GENESIS);
    }

    /** Two statements in this order: the transaction id must be younger than every number seen. */
    private @Nullable Horizon look(SealedHead head) {
        long top = number("select coalesce(max(id), 0) from audit_entry");
        return top <= head.entry()
                ? null
                : new Horizon(top, number("select cast(cast(pg_current_xact_id() as text) as bigint)"));
    }

    private long oldestRunning() {
        return number("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)");
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }

    private SealedHead sealUpTo(long top, SealedHead from) {
        SealedHead head = from;
        List<CanonicalEntry> entries = next(head, top);
        while (!entries.isEmpty()) {
            head = chain(entries, head);
            entries = next(head, top);
        }
        return head;
    }

    private List<CanonicalEntry> next(SealedHead head, long top) {
        return jdbc.query(
                "select " + CanonicalEntry.COLUMNS + " from audit_entry e where id > ? and id <= ? order by id limit "
                        + BATCH,
                (row, n) -> CanonicalEntry.of(row),
                head.entry(),
                top);
    }

    private SealedHead chain(List<CanonicalEntry> entries, SealedHead from) {
        Suite suite = vault.suite();
        List<Link> links = new ArrayList<>();
        String previous = from.hash();
        for (CanonicalEntry entry : entries) {
            String hash = entry.hash(vault, suite, previous);
            links.add(new Link(entry.id(), previous, hash));
            previous = hash;
        }
        insert(links, suite);
        return new SealedHead(entries.get(entries.size() - 1).id(), previous);
    }

    private void insert(List<Link> links, Suite suite) {
        jdbc.batchUpdate(
                "insert into audit_seal (entry_id, algorithm, previous_hash, hash) values (?, ?, ?, ?)",
                links,
                links.size(),
                (statement, link) -> {
                    statement.setLong(1, link.entry());
                    statement.setString(2, suite.hashName());
                    statement.setString(3, link.previous());
                    statement.setString(4, link.hash());
                });
    }
}
