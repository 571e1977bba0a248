package org.haina.service.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows as operators see them. */
@Repository
class LedgerRows {

    private static final String ENTRY =
            """
            select seq, id, case_number, kind, register, query, purpose, state, attempts, next_at, deadline,
                   last_error, settlement, correlation, created_at, done_at, keeper_name
            from outbound
            """;

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> list(@Nullable State state, long before, int limit) {
        String filter = state == null ? "" : " and state = :state";
        return jdbc.sql(ENTRY + " where seq < :before" + filter + " order by seq desc limit :limit")
                .param("before", before)
                .param("state", state == null ? "" : state.name().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(LedgerRows::entry)
                .list();
    }

    List<Entry> of(CaseNumber number) {
        return jdbc.sql(ENTRY + " where case_number = :case order by seq limit 1000")
                .param("case", number.value())
                .query(LedgerRows::entry)
                .list();
    }

    Optional<Entry> find(UUID id) {
        return jdbc.sql(ENTRY + " where id = :id")
                .param("id", id)
                .query(LedgerRows::entry)
                .optional();
    }

    Map<String, Long> countOpen() {
        return jdbc
                .sql(
                        """
                        select state, count(*) from outbound
                        where state in ('pending', 'running', 'manual', 'failed') group by state
                        """)
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Duration> oldestOpen() {
        return jdbc.sql(
                        """
                        select extract(epoch from now() - created_at) from outbound
                        where state in ('pending', 'running', 'manual', 'failed') order by created_at limit 1
                        """)
                .query((row, n) -> Duration.ofSeconds(row.getLong(1)))
                .optional();
    }

    boolean hasOpen(CaseNumber number) {
        return jdbc.sql(
                        """
                        select exists (select 1 from outbound where case_number = :case and kind <> 'register'
                                       and state in ('pending', 'running', 'manual', 'failed'))
                        """)
                .param("case", number.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasOpenRegistration(CaseNumber number) {
        return of(number).stream()
                .filter(entry -> entry.kind() == OutboundCall.Kind.CERTIFICATE)
                .filter(entry -> !entry.query().equals("change-status"))
                .anyMatch(entry -> entry.doneAt() == null);
    }

    /** A refused call has been given up before, so it goes on as {@code manual}. */
    boolean retry(UUID id) {
        return jdbc.sql(
                                """
                                update outbound set next_at = now(),
                                    state = case state when 'failed' then 'manual' else state end
                                where id = :id and state in ('pending', 'manual', 'failed')
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean settle(UUID id, String reason) {
        return jdbc.sql(
                                """
                                update outbound set state = 'cancelled', settlement = :reason, done_at = now(),
                                    owner = null, lease_until = null, give_up_at = null
                                where id = :id and state in ('pending', 'running', 'manual', 'failed')
                                """)
                        .param("id", id)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Empty if the call is about no case. */
    Optional<OutboundSettled> settled(UUID id) {
        return jdbc.sql("select case_number, register, query, reference from outbound"
                        + " where id = :id and case_number is not null")
                .param("id", id)
                .query((row, n) -> new OutboundSettled(
                        id, new CaseNumber(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new Entry(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                caseNumber(row.getString("case_number")),
                OutboundCall.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("register"),
                row.getString("query"),
                row.getString("purpose"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                instant(row, "next_at"),
                instant(row, "deadline"),
                row.getString("last_error"),
                row.getString("settlement"),
                row.getString("correlation"),
                instant(row, "created_at"),
                done == null ? null : done.toInstant(),
                row.getString("keeper_name"));
    }

    static @Nullable CaseNumber caseNumber(@Nullable String text) {
        return text == null ? null : new CaseNumber(text);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
