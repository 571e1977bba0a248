package org.haina.service.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haina.service.calendar.CalendarYearPublished;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.ClockLedger.OpenedCase;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts running clocks again when a calendar year is published, within the publication. What another node counted with
 * the older calendar at that very moment is found by its version and recounted by the next sweep.
 */
@Component
class DueRecount {

    private static final int BATCH = 500;

    private static final String OUTDATED =
            """
            select c.case_number, c.policy, c.terms from case_clock c
            where c.case_number in (select d.case_number from clock_due d
                                    where d.state <> 'ENDED' and d.calendar_version < :version
                                    order by d.calendar_version limit :batch)
            order by c.case_number for update of c
            """;

    private static final String RECOUNT =
            """
            with recounted as (
                select * from jsonb_to_recordset(:rows::jsonb)
                    as r (case_number text, clock text, kind text, due_on date)),
            moved as (
                insert into clock_due_change
                    (case_number, clock, kind, calendar_version, due_before, due_after, changed_at)
                select d.case_number, d.clock, d.kind, :version, d.due_on, r.due_on, :at
                from clock_due d join recounted r using (case_number, clock, kind)
                where d.state <> 'ENDED' and d.due_on <> r.due_on
                returning *),
            written as (
                update clock_due d
                set due_on = r.due_on, calendar_version = :version,
                    fired_at = case when r.due_on <= d.due_on then d.fired_at end
                from recounted r
                where d.case_number = r.case_number and d.clock = r.clock and d.kind = r.kind and d.state <> 'ENDED')
            select * from moved order by id
            """;

    private final JdbcClient jdbc;
    private final ClockLedger ledger;
    private final ClockPolicies policies;
    private final WorkingDays days;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    DueRecount(
            JdbcClient jdbc,
            ClockLedger ledger,
            ClockPolicies policies,
            WorkingDays days,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.policies = policies;
        this.days = days;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    @EventListener
    void recount(CalendarYearPublished published) {
        while (recountSome(published.workingDays())) {
            // Next batch, in the same transaction.
        }
    }

    /** Rows counted with an older calendar than this node's, one batch to a transaction. */
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(status -> recountSome(days)))) {
            // Next batch.
        }
    }

    private boolean recountSome(WorkingDays newDays) {
        long version = newDays.version();
        Map<CaseNumber, OpenedCase> cases = outdated(version);
        if (cases.isEmpty()) {
            return false;
        }
        Map<CaseNumber, List<LedgerEntry>> entries = ledger.entries(cases.keySet());
        Map<CaseNumber, List<DueRow>> rows = new HashMap<>();
        cases.forEach((number, opened) -> rows.put(
                number, DueRow.of(policies.get(opened.policy()), entries.getOrDefault(number, List.of()), newDays)));
        write(rows, version).stream().map(DeadlineChange::number).distinct().forEach(number -> DueRow.targets(
                        rows.getOrDefault(number, List.of()))
                .forEach((name, target) -> events.publishEvent(new DeadlineMoved(number, name, target.orElse(null)))));
        return true;
    }

    private Map<CaseNumber, OpenedCase> outdated(long version) {
        Map<CaseNumber, OpenedCase> cases = new HashMap<>();
        jdbc.sql(OUTDATED).param("version", version).param("batch", BATCH).query(row -> {
            cases.put(new CaseNumber(row.getString("case_number")), ClockLedger.opened(row));
        });
        return cases;
    }

    private List<DeadlineChange> write(Map<CaseNumber, List<DueRow>> rows, long version) {
        List<Row> all = new ArrayList<>();
        rows.forEach((number, of) ->
                of.forEach(row -> all.add(new Row(number.value(), row.clock(), row.kind(), row.dueOn()))));
        return jdbc.sql(RECOUNT)
                .param("rows", JsonRows.write(all))
                .param("version", version)
                .param("at", OffsetDateTime.now(clock))
                .query((row, i) -> ClockLedger.change(row))
                .list();
    }

    private record Row(String caseNumber, ClockName clock, DueKind kind, LocalDate dueOn) {}
}
