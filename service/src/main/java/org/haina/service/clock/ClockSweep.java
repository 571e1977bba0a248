package org.haina.service.clock;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of limits that have ended, each in its own transaction, on any number of nodes. A consequence that fails is
 * tried again with growing pauses and keeps nobody else waiting. What has ended is judged by legal time, when to try
 * again by the database's.
 */
@Component
class ClockSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);
    private static final int MOST_PER_LOOK = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    // The case's clocks are locked before the row, as observers do; both, so that the row is judged as it now is.
    private static final String CLAIM =
            """
            select d.case_number, d.clock, d.kind, d.due_on, d.consequence
            from clock_due d join case_clock c on c.case_number = d.case_number
            where d.state = 'RUNNING' and d.fired_at is null and d.due_on < :today
              and (d.retry_at is null or d.retry_at <= now())
            order by d.due_on limit 1
            for update of c, d skip locked
            """;

    private static final String ROW = " where case_number = :number and clock = :clock and kind = :kind";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final DueRecount recount;
    private final ClockSettings settings;

    ClockSweep(
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            DueRecount recount,
            ClockSettings settings,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
        this.recount = recount;
        this.settings = settings;
        meters.gauge("haina.clock.failing", this, ClockSweep::failing);
    }

    /** One look; ends when nothing is due or after a bounded number of rows. */
    void run() {
        try {
            recount.catchUp();
        } finally {
            tellAll();
        }
    }

    private void tellAll() {
        int told = 0;
        while (told < MOST_PER_LOOK && tellNext()) {
            told++;
        }
    }

    /** Limits whose consequence has failed and is waiting for another attempt. */
    int failing() {
        return jdbc.sql("select count(*) from clock_due where state = 'RUNNING' and fired_at is null and attempts > 0")
                .query(Integer.class)
                .single();
    }

    private boolean tellNext() {
        Ended[] claimed = new Ended[1];
        try {
            transaction.executeWithoutResult(status -> claim().ifPresent(ended -> {
                claimed[0] = ended;
                tell(ended);
            }));
        } catch (RuntimeException e) {
            if (claimed[0] == null) {
                throw e;
            }
            postpone(claimed[0], e);
        }
        return claimed[0] != null;
    }

    private Optional<Ended> claim() {
        // Somebody at work on the case may hold what a listener needs and wait for us: we give way first.
        jdbc.sql("set local lock_timeout = '500ms'").update();
        return jdbc.sql(CLAIM)
                .param("today", LocalDate.now(clock))
                .query((row, i) -> Ended.of(row))
                .optional();
    }

    // Marked before it is told: a listener may start the same clock anew.
    private void tell(Ended ended) {
        row("update clock_due set fired_at = :at, problem = null" + ROW, ended)
                .param("at", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(
                ended.kind == DueKind.STATUTORY
                        ? new ClockExpired(ended.number, ended.clock, ended.due, ended.consequence)
                        : new PromiseMissed(ended.number, ended.clock, ended.due));
    }

    /** Keeps the kind of error only: messages may carry personal data. */
    private void postpone(Ended ended, RuntimeException error) {
        String problem = error.getClass().getSimpleName();
        LOG.warn("Case {}: the end of clock {} could not be handled: {}", ended.number, ended.clock, problem);
        transaction.executeWithoutResult(status -> row(
                        "update clock_due set attempts = attempts + 1, problem = :problem,"
                                + " retry_at = now() + least(:longest, :first * 2 ^ least(attempts, 20))"
                                + " * interval '1 millisecond'" + ROW,
                        ended)
                .param("problem", problem)
                .param("first", settings.firstRetry().toMillis())
                .param("longest", LONGEST_PAUSE.toMillis())
                .update());
    }

    private JdbcClient.StatementSpec row(String sql, Ended ended) {
        return jdbc.sql(sql)
                .param("number", ended.number.value())
                .param("clock", ended.clock.name())
                .param("kind", ended.kind.name());
    }

    private record Ended(CaseNumber number, ClockName clock, DueKind kind, LocalDate due, Consequence consequence) {

        static Ended of(ResultSet row) throws SQLException {
            return new Ended(
                    new CaseNumber(row.getString("case_number")),
                    ClockName.valueOf(row.getString("clock")),
                    DueKind.valueOf(row.getString("kind")),
                    row.getObject("due_on", LocalDate.class),
                    Consequence.valueOf(row.getString("consequence")));
        }
    }
}
