package org.haina.service.complaints;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Complaints that nobody has taken up in time: all who might answer are barred, or there is nobody. The operator, who gives
 * accounts their roles, is told and sees nothing of what was complained of.
 */
@Service
public class UntakenComplaints {

    private static final int MOST = 100;

    /**
     * One of them.
     *
     * @param org code of the organ that answers
     * @param barred how many accounts may not answer it
     */
    public record Untaken(CaseNumber number, String org, Instant since, int barred) {}

    private final JdbcClient jdbc;
    private final WorkingDays days;
    private final ComplaintSettings settings;
    private final Clock clock;

    UntakenComplaints(
            JdbcClient jdbc, WorkingDays days, ComplaintSettings settings, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
        meters.gauge("haina.complaints.untaken", this, UntakenComplaints::count);
    }

    /** The oldest first, at most 100. */
    public List<Untaken> list() {
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql(
                        """
                        select c.case_number, f.org, c.received_at, cardinality(f.barred) from complaint c
                        join case_file f on f.number = c.case_number
                        where f.closed_at is null and not exists (select 1 from work_item w
                          where w.case_number = c.case_number and w.closed_at is null and w.claimed_by is not null)
                        order by c.received_at limit\s"""
                                + MOST)
                .query((row, n) -> new Untaken(
                        new CaseNumber(row.getString(1)),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4)))
                .list()
                .stream()
                .filter(waiting ->
                        days.plus(day(waiting.since()), settings.untakenDays()).isBefore(today))
                .toList();
    }

    public int count() {
        return list().size();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
