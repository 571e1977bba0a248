package org.haina.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.haina.service.ServiceTest;
import org.haina.service.audit.AuditFinding.Kind;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes are made as the owner in a transaction that is rolled back: the common log stays whole. */
@ServiceTest
class AuditChainTests {

    @Autowired
    Audit audit;

    @Autowired
    AuditChain chain;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @TempDir
    Path directory;

    @Test
    void an_untouched_log_is_intact() {
        sealed(3);

        AuditReport report = chain.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.sealed()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_changed_entry_is_found() throws SQLException {
        long entry = sealed(3).get(1);

        assertThat(findingsAfter((db, anchors) ->
                        db.update("update audit_entry set detail = '{\"outcome\": \"granted\"}' where id = ?", entry)))
                .extracting(AuditFinding::kind, AuditFinding::entry)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, entry));
    }

    @Test
    void a_deleted_entry_is_found() throws SQLException {
        long entry = sealed(3).get(1);

        assertThat(findingsAfter((db, anchors) -> db.update("delete from audit_entry where id = ?", entry)))
                .extracting(AuditFinding::kind, AuditFinding::entry)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.MISSING, entry));
    }

    @Test
    void an_entry_deleted_with_its_seal_breaks_the_chain() throws SQLException {
        List<Long> entries = sealed(3);

        assertThat(findingsAfter((db, anchors) -> {
                    db.update("delete from audit_entry where id = ?", entries.get(1));
                    db.update("delete from audit_seal where entry_id = ?", entries.get(1));
                }))
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.BROKEN);
    }

    @Test
    void an_entry_slipped_in_later_is_found() throws SQLException {
        long entry = sealed(2).get(0);

        assertThat(findingsAfter((db, anchors) -> {
                    db.update("delete from audit_seal where entry_id = ?", entry);
                    db.update(
                            "update audit_seal set previous_hash = coalesce((select hash from audit_seal where entry_id < ?"
                                    + " order by entry_id desc limit 1), repeat('0', 64))"
                                    + " where entry_id = (select min(entry_id) from audit_seal where entry_id > ?)",
                            entry,
                            entry);
                }))
                .extracting(AuditFinding::kind)
                .contains(Kind.INSERTED);
    }

    @Test
    void a_chain_recomputed_by_the_administrator_contradicts_the_anchor() throws SQLException {
        sealed(1);

        assertThat(findingsAfter((db, anchors) -> {
                    SealedHead head = Sealer.head(db);
                    anchors.keep(head);
                    db.update("update audit_entry set actor = 'nobody' where id = ?", head.entry());
                    db.update("update audit_seal set hash = ? where entry_id = ?", recomputed(db, head), head.entry());
                }))
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.ANCHOR);
    }

    @Test
    void an_end_cut_off_contradicts_the_anchor() throws SQLException {
        sealed(2);

        assertThat(findingsAfter((db, anchors) -> {
                    SealedHead head = Sealer.head(db);
                    anchors.keep(head);
                    db.update("delete from audit_seal where entry_id = ?", head.entry());
                    db.update("delete from audit_entry where id = ?", head.entry());
                }))
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.ANCHOR);
    }

    @Test
    void a_forged_anchor_is_found() throws SQLException {
        sealed(1);

        assertThat(findingsAfter((db, anchors) -> {
                    anchors.keep(Sealer.head(db));
                    forge();
                }))
                .extracting(AuditFinding::message)
                .singleElement()
                .asString()
                .contains("not signed by us");
    }

    @Test
    void a_lower_number_committed_later_is_sealed_in_its_place() throws SQLException {
        try (Connection slow = jdbc.getDataSource().getConnection()) {
            slow.setAutoCommit(false);
            long lower = insertBy(slow);
            long higher = record(unique());

            for (int i = 0; i < 5; i++) {
                sealer.round();
            }
            assertThat(isSealed(higher)).isFalse();

            slow.commit();
            awaitSealed(List.of(lower, higher));
        }
        assertThat(chain.verify().findings()).isEmpty();
    }

    @Test
    void entries_written_by_many_at_once_are_sealed_exactly_once() throws Exception {
        Sealer second = new Sealer(jdbc, transaction, vault, anchors());
        AtomicBoolean writing = new AtomicBoolean(true);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sealing =
                    List.of(pool.submit(() -> rounds(sealer, writing)), pool.submit(() -> rounds(second, writing)));
            List<Callable<List<Long>>> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                writers.add(this::write);
            }
            List<Long> written = new ArrayList<>();
            for (Future<List<Long>> part : pool.invokeAll(writers)) {
                written.addAll(part.get());
            }
            writing.set(false);
            for (Future<?> rounds : sealing) {
                rounds.get();
            }

            awaitSealed(written);
            assertThat(written).hasSize(6 * 20);
            assertThat(chain.verify().findings()).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_schedule_seals_and_anchors_without_being_asked() {
        long entry = record(unique());

        await().atMost(Duration.ofSeconds(20)).until(() -> isSealed(entry));
    }

    private static void rounds(Sealer sealer, AtomicBoolean writing) {
        while (writing.get()) {
            sealer.round();
        }
    }

    /** Twenty transactions of one entry each and as many that are rolled back and leave a gap. */
    private List<Long> write() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(record(unique()));
            transaction.executeWithoutResult(status -> {
                record(unique());
                status.setRollbackOnly();
            });
        }
        return ids;
    }

    private List<AuditFinding> findingsAfter(BiConsumer<JdbcTemplate, Anchors> change) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate db = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            db.execute("alter table audit_entry disable trigger user");
            db.execute("alter table audit_seal disable trigger user");
            Anchors anchors = anchors();
            change.accept(db, anchors);
            try {
                return new AuditChain(db, vault, anchors, settings()).verify().findings();
            } finally {
                connection.rollback();
            }
        }
    }

    private String recomputed(JdbcTemplate db, SealedHead head) {
        String previous = db.queryForObject(
                "select previous_hash from audit_seal where entry_id = ?", String.class, head.entry());
        return db.queryForObject(
                        "select " + CanonicalEntry.COLUMNS + " from audit_entry e where id = ?",
                        (row, n) -> CanonicalEntry.of(row),
                        head.entry())
                .hash(vault, Suite.NATIONAL, previous);
    }

    private void forge() {
        try (var files = Files.list(directory)) {
            Path file = files.findFirst().orElseThrow();
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll("\"entry\":\\d+", "\"entry\":1")
                            .replace("}", " }"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Long> sealed(int count) {
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(record(unique()));
        }
        awaitSealed(entries);
        return entries;
    }

    private void awaitSealed(List<Long> entries) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            sealer.round();
            return entries.stream().allMatch(this::isSealed);
        });
    }

    private boolean isSealed(long entry) {
        return jdbc.queryForObject("select count(*) from audit_seal where entry_id = ?", Integer.class, entry) == 1;
    }

    private long record(String actor) {
        audit.record(new AuditEntry(actor, "case.read", "case", null, Map.of()));
        return jdbc.queryForObject("select max(id) from audit_entry where actor = ?", Long.class, actor);
    }

    private static long insertBy(Connection connection) throws SQLException {
        try (var insert = connection.createStatement();
                var keys = insert.executeQuery("insert into audit_entry (at, actor, action, subject, detail)"
                        + " values (now(), 'slow', 'case.read', 'case', '{}') returning id")) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private Anchors anchors() {
        return new Anchors(settings(), vault, clock);
    }

    private AuditSettings settings() {
        return new AuditSettings(directory, Duration.ofHours(1));
    }

    private static String unique() {
        return "test." + UUID.randomUUID();
    }
}
