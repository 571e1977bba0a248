package org.haina.service.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.ItemKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of all versions, each change kept. */
@Repository
class VersionStates {

    private static final String COLUMNS = "id, key, version, state, state_by, state_at, state_reason";

    private final JdbcClient jdbc;
    private final Clock clock;

    VersionStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody else decides on this item until the transaction ends. */
    void lock(ItemKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('item:' || :key, 0))")
                .param("key", key.value())
                .query((row, n) -> true)
                .single();
    }

    Optional<VersionEntry> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from item_version where id = :id")
                .param("id", id)
                .query(VersionStates::read)
                .optional();
    }

    /** True until somebody or a release has decided anything of it: however often it was stored or looked at before. */
    boolean isUntouched(long id) {
        return jdbc.sql(
                        """
                        select exists (select 1 from item_version v where v.id = :id and v.state = 'DRAFT' and not exists
                            (select 1 from item_version_event e where e.version_id = v.id))
                        """)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<VersionEntry> published(ItemKey key) {
        return jdbc.sql("select " + COLUMNS + " from item_version where key = :key and state = 'PUBLISHED'")
                .param("key", key.value())
                .query(VersionStates::read)
                .optional();
    }

    /** Who decided last on any version of an item. */
    Optional<String> lastDecider(ItemKey key) {
        return jdbc.sql(
                        """
                        select e.actor from item_version_event e join item_version v on v.id = e.version_id
                        where v.key = :key order by e.id desc limit 1
                        """)
                .param("key", key.value())
                .query(String.class)
                .optional();
    }

    /** What is offered anywhere, and these. */
    List<VersionEntry> offeredOr(Collection<Long> ids) {
        return jdbc.sql("select " + COLUMNS + " from item_version where state = 'PUBLISHED' or id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(VersionStates::read)
                .list();
    }

    /** The version of an item that came last. */
    Optional<VersionEntry> latest(ItemKey key) {
        return jdbc.sql("select " + COLUMNS + " from item_version where key = :key order by id desc limit 1")
                .param("key", key.value())
                .query(VersionStates::read)
                .optional();
    }

    /** All versions by key, the newest of each first. */
    List<VersionEntry> page(String afterKey, long afterId, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from item_version where key > :key or key = :key and id < :id order by key, id desc limit :limit")
                .param("key", afterKey)
                .param("id", afterId)
                .param("limit", limit)
                .query(VersionStates::read)
                .list();
    }

    void set(long id, VersionState state, String by, String reason) {
        jdbc.sql(
                        """
                        with event as (
                          insert into item_version_event (version_id, state, actor, at, reason)
                          values (:id, :state, :by, :at, :reason))
                        update item_version set state = :state, state_by = :by, state_at = :at, state_reason = :reason
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    Optional<String> process(long id) {
        return jdbc.sql("select process_definition from item_version where id = :id and process_definition is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void deployedAs(long id, String definition) {
        jdbc.sql(
                        """
                        update item_version set process_definition = :definition
                        where id = :id and process_definition is distinct from :definition
                        """)
                .param("id", id)
                .param("definition", definition)
                .update();
    }

    private static VersionEntry read(ResultSet row, int n) throws SQLException {
        return new VersionEntry(
                row.getLong("id"),
                new ItemKey(row.getString("key")),
                row.getString("version"),
                VersionState.valueOf(row.getString("state")),
                row.getString("state_by"),
                row.getTimestamp("state_at").toInstant(),
                row.getString("state_reason"));
    }
}
