package org.haina.service.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.haina.service.versions.ItemMove.One;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves and their cases as stored. Who tries when is counted by this database. */
@Repository
class MoveRows {

    private static final int MOST_ATTEMPTS = 20;

    private static final String MOVES =
            """
            select m.*, n.moved, n.stayed, n.pending from item_move m cross join lateral (
              select count(*) filter (where c.state = 'MOVED') moved, count(*) filter (where c.state = 'LEFT') stayed,
                count(*) filter (where c.state = 'PENDING') pending
              from item_move_case c where c.move_id = m.id) n
            """;

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lines which case of which move */
    record Claimed(ItemMove move, CaseNumber number) {}

    /** Empty if a move of this version is under way. */
    Optional<Long> insert(long from, long to, String account, String name, String reason, Instant at) {
        return jdbc.sql(
                        """
                        insert into item_move (from_version, to_version, requested_by, requested_name, requested_at, reason)
                        values (:from, :to, :by, :name, :at, :reason)
                        on conflict (from_version) where finished_at is null do nothing returning id
                        """)
                .param("from", from)
                .param("to", to)
                .param("by", account)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .query(Long.class)
                .optional();
    }

    int insertCases(long move) {
        return jdbc.sql(
                        """
                        insert into item_move_case (move_id, case_number)
                        select m.id, f.number from item_move m
                        join case_file f on f.item_version = m.from_version and f.closed_at is null where m.id = ?
                        """)
                .param(move)
                .update();
    }

    Optional<ItemMove> find(long id) {
        return jdbc.sql(MOVES + " where m.id = ?")
                .param(id)
                .query(MoveRows::read)
                .optional();
    }

    /** The last ten that led from or to a version, the newest first. */
    List<ItemMove> of(long version) {
        return jdbc.sql(MOVES + " where :version in (m.from_version, m.to_version) order by m.id desc limit 10")
                .param("version", version)
                .query(MoveRows::read)
                .list();
    }

    List<One> cases(long move, String after, int limit) {
        return jdbc.sql(
                        """
                        select case_number, state, reason from item_move_case
                        where move_id = :move and case_number > :after order by case_number limit :limit
                        """)
                .param("move", move)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new One(new CaseNumber(row.getString(1)), row.getString(2), row.getString(3)))
                .list();
    }

    /** Without how far it has come: counting at every case would take longer than moving it. */
    private ItemMove uncounted(long id) {
        return jdbc.sql(
                        "select m.*, 0::bigint moved, 0::bigint stayed, 0::bigint pending from item_move m where m.id = ?")
                .param(id)
                .query(MoveRows::read)
                .single();
    }

    /** The next case that is due, for this transaction alone. */
    Optional<Claimed> claim() {
        return jdbc.sql(
                        """
                        select move_id, case_number from item_move_case
                        where state = 'PENDING' and retry_at <= now() order by retry_at, move_id, case_number limit 1
                        for update skip locked
                        """)
                .query((row, n) -> new Claimed(uncounted(row.getLong(1)), new CaseNumber(row.getString(2))))
                .optional();
    }

    /** What is settled stays settled. */
    void settle(Claimed claimed, MoveOutcome outcome) {
        one(
                        """
                        update item_move_case set state = :state, reason = :reason, settled_at = now()
                        where move_id = :move and case_number = :number and state = 'PENDING'
                        """,
                        claimed)
                .param("state", outcome instanceof MoveOutcome.Moved ? "MOVED" : "LEFT")
                .param("reason", outcome instanceof MoveOutcome.Left left ? left.why() : "")
                .update();
    }

    /** Somebody is at work on the case; after many attempts it is left where it is. */
    void putOff(Claimed claimed) {
        one(
                        """
                        update item_move_case set attempts = attempts + 1,
                          retry_at = now() + least(2 ^ attempts, 60) * interval '1 second',
                          state = case when attempts + 1 >= :most then 'LEFT' else state end,
                          reason = case when attempts + 1 >= :most then '多次尝试没有成功，请稍后再试' else reason end,
                          settled_at = case when attempts + 1 >= :most then now() end
                        where move_id = :move and case_number = :number and state = 'PENDING'
                        """,
                        claimed)
                .param("most", MOST_ATTEMPTS)
                .update();
    }

    void finish() {
        jdbc.sql(
                        """
                        update item_move m set finished_at = now() where finished_at is null and not exists (
                          select 1 from item_move_case c where c.move_id = m.id and c.state = 'PENDING')
                        """)
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, Claimed claimed) {
        return jdbc.sql(sql)
                .param("move", claimed.move().id())
                .param("number", claimed.number().value());
    }

    private static ItemMove read(ResultSet row, int n) throws SQLException {
        return new ItemMove(
                row.getLong("id"),
                row.getLong("from_version"),
                row.getLong("to_version"),
                row.getString("requested_by"),
                row.getString("requested_name"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("reason"),
                row.getLong("moved"),
                row.getLong("stayed"),
                row.getLong("pending"));
    }
}
