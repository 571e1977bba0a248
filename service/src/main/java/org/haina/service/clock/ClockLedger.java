package org.haina.service.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.LimitUnit;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger in the database; entries and what follows from them go in by one statement. */
@Repository
class ClockLedger {

    private static final String OPEN =
            """
            opened as (
                insert into case_clock (case_number, policy, terms, opened_at)
                values (:number, :policy, :terms::jsonb, :at))
            """;

    private static final String APPEND =
            """
            entered as (
                insert into case_clock_entry (case_number, clock, act, moment, at, basis, author, document,
                    counted_from, limit_number, limit_unit, promised_number, promised_unit, fixed_due)
                select :number, e.clock, e.act, e.moment, e.at, e.basis, e.author, e.document, e.counted_from,
                    (e."limit" ->> 'number')::int, e."limit" ->> 'unit',
                    (e.promised ->> 'number')::int, e.promised ->> 'unit', e.fixed_due
                from jsonb_to_recordset(:entries::jsonb) as e (clock text, act text, moment text, at timestamptz,
                    basis text, author text, document text, counted_from date, "limit" jsonb, promised jsonb,
                    fixed_due date))
            insert into clock_due (case_number, clock, kind, counted_from, due_on, unit, state, stopped_on, consequence,
                calendar_version)
            select :number, d.clock, d.kind, d.counted_from, d.due_on, d.unit, d.state, d.stopped_on, d.consequence,
                d.calendar_version
            from jsonb_to_recordset(:dues::jsonb) as d (clock text, kind text, counted_from date, due_on date,
                unit text, state text, stopped_on date, consequence text, calendar_version bigint)
            on conflict (case_number, clock, kind) do update
            set counted_from = excluded.counted_from, due_on = excluded.due_on, unit = excluded.unit, state = excluded.state,
                stopped_on = excluded.stopped_on, consequence = excluded.consequence,
                calendar_version = excluded.calendar_version, attempts = 0, retry_at = null, problem = null,
                fired_at = case when clock_due.counted_from = excluded.counted_from
                                 and clock_due.due_on >= excluded.due_on then clock_due.fired_at end
            """;

    private static final String ENTRIES =
            "select *, (at at time zone 'Asia/Shanghai')::date as on_day from case_clock_entry";

    private final JdbcClient jdbc;

    ClockLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(CaseNumber number, OpenedCase opened, Instant at) {
        with(
                        jdbc.sql("insert into case_clock (case_number, policy, terms, opened_at)"
                                + " values (:number, :policy, :terms::jsonb, :at)"),
                        opened,
                        at)
                .param("number", number.value())
                .update();
    }

    void open(CaseNumber number, OpenedCase opened, Instant at, List<LedgerEntry> entries, List<DueRow> dues) {
        append(with(jdbc.sql("with " + OPEN + ", " + APPEND), opened, at), number, entries, dues);
    }

    void append(CaseNumber number, List<LedgerEntry> entries, List<DueRow> dues) {
        append(jdbc.sql("with " + APPEND), number, entries, dues);
    }

    /** Policy and terms of a case, its clocks locked until the transaction ends. */
    Optional<OpenedCase> lock(CaseNumber number) {
        return jdbc.sql("select policy, terms from case_clock where case_number = :number for update")
                .param("number", number.value())
                .query((row, i) -> opened(row))
                .optional();
    }

    Optional<OpenedCase> find(CaseNumber number) {
        return jdbc.sql("select policy, terms from case_clock where case_number = :number")
                .param("number", number.value())
                .query((row, i) -> opened(row))
                .optional();
    }

    List<LedgerEntry> entries(CaseNumber number) {
        return jdbc.sql(ENTRIES + " where case_number = :number order by id")
                .param("number", number.value())
                .query((row, i) -> entry(row))
                .list();
    }

    Map<CaseNumber, List<LedgerEntry>> entries(Collection<CaseNumber> numbers) {
        Map<CaseNumber, List<LedgerEntry>> entries = new HashMap<>();
        jdbc.sql(ENTRIES + " where case_number = any(:numbers) order by case_number, id")
                .param("numbers", numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    entries.computeIfAbsent(new CaseNumber(row.getString("case_number")), n -> new ArrayList<>())
                            .add(entry(row));
                });
        return entries;
    }

    List<DeadlineChange> changes(long calendarVersion) {
        return changes(calendarVersion, 0, Integer.MAX_VALUE);
    }

    List<DeadlineChange> changes(long calendarVersion, long after, int limit) {
        return jdbc.sql("select * from clock_due_change where calendar_version = :version and id > :after"
                        + " order by id limit :limit")
                .param("version", calendarVersion)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> change(row))
                .list();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, OpenedCase opened, Instant at) {
        return sql.param("policy", opened.policy())
                .param("terms", JsonRows.write(opened.terms()))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private static void append(
            JdbcClient.StatementSpec sql, CaseNumber number, List<LedgerEntry> entries, List<DueRow> dues) {
        sql.param("number", number.value())
                .param("entries", JsonRows.write(entries))
                .param("dues", JsonRows.write(dues))
                .update();
    }

    static OpenedCase opened(ResultSet row) throws SQLException {
        return new OpenedCase(row.getString("policy"), JsonRows.terms(row.getString("terms")));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        return new LedgerEntry(
                clock == null ? null : ClockName.valueOf(clock),
                LedgerEntry.Act.valueOf(row.getString("act")),
                Moment.valueOf(row.getString("moment")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getString("basis"),
                row.getString("author"),
                row.getString("document"),
                row.getObject("counted_from", LocalDate.class),
                limit(row, "limit"),
                limit(row, "promised"),
                row.getObject("fixed_due", LocalDate.class));
    }

    static DeadlineChange change(ResultSet row) throws SQLException {
        return new DeadlineChange(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                ClockName.valueOf(row.getString("clock")),
                DueKind.valueOf(row.getString("kind")) == DueKind.PROMISED,
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class));
    }

    private static @Nullable Limit limit(ResultSet row, String name) throws SQLException {
        String unit = row.getString(name + "_unit");
        return unit == null ? null : new Limit(row.getInt(name + "_number"), LimitUnit.valueOf(unit));
    }

    /** What a case's clocks were opened with. */
    record OpenedCase(String policy, LimitTerms terms) {}
}
