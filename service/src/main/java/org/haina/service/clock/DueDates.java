package org.haina.service.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.haina.service.calendar.LimitUnit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.Deadline.Urgency;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Deadlines of running clocks, read for pages and lists by one statement; what is left is counted now. */
@Repository
class DueDates {

    /** Case by case: with {@code any} a plan made while the table was small is kept and reads all of it. */
    private static final String BY_KEY =
            """
            select due.* from unnest(:numbers::text[]) wanted(number)
            cross join lateral (
                select case_number, clock, kind, counted_from, due_on, unit, stopped_on from clock_due
                where case_number = wanted.number and state <> 'ENDED' offset 0) due
            """;

    /** An array's length is unknown to a plan that is kept, so a list is planned anew each time; one case need not be. */
    private static final String OF_ONE =
            """
            select case_number, clock, kind, counted_from, due_on, unit, stopped_on from clock_due
            where case_number = :number and state <> 'ENDED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkingDays days;
    private final ClockSettings settings;

    DueDates(JdbcClient jdbc, Clock clock, WorkingDays days, ClockSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
        this.settings = settings;
    }

    Map<CaseNumber, List<Deadline>> of(Collection<CaseNumber> numbers) {
        Map<CaseNumber, Map<ClockName, Limits>> found = new HashMap<>();
        statement(numbers).query(row -> {
            found.computeIfAbsent(new CaseNumber(row.getString("case_number")), n -> new EnumMap<>(ClockName.class))
                    .merge(ClockName.valueOf(row.getString("clock")), limits(row), Limits::and);
        });
        Map<CaseNumber, List<Deadline>> deadlines = new HashMap<>();
        found.forEach((number, clocks) -> {
            List<Deadline> of = new ArrayList<>();
            clocks.forEach((name, limits) -> of.add(deadline(name, limits)));
            deadlines.put(number, of);
        });
        return deadlines;
    }

    private StatementSpec statement(Collection<CaseNumber> numbers) {
        List<String> texts = numbers.stream().map(CaseNumber::value).toList();
        return texts.size() == 1
                ? jdbc.sql(OF_ONE).param("number", texts.get(0))
                : jdbc.sql(BY_KEY).param("numbers", texts.toArray(String[]::new));
    }

    Deadline deadline(ClockName name, ClockRun run) {
        return deadline(
                name,
                new Limits(
                        run.countedFrom(),
                        run.due(days),
                        run.dueUnit(),
                        run.promised(days),
                        run.promisedUnit(),
                        run.stoppedOn()));
    }

    private Deadline deadline(ClockName name, Limits limits) {
        LocalDate due = Objects.requireNonNull(limits.due);
        LocalDate target = limits.promised == null ? due : limits.promised;
        LocalDate today = limits.stoppedOn == null ? LocalDate.now(clock) : limits.stoppedOn;
        LocalDate counted = today.isBefore(limits.countedFrom) ? limits.countedFrom : today;
        int left = days.countBetween(counted, target);
        return new Deadline(
                name,
                due,
                limits.promised,
                days.touchesProvisional(limits.countedFrom, target),
                days.touchesProvisional(limits.countedFrom, due),
                limits.stoppedOn != null,
                today,
                limits.promised == null ? limits.dueUnit : limits.promisedUnit,
                days.countBetween(today, target),
                today.isAfter(target) ? Urgency.RED : urgency(left, days.countBetween(limits.countedFrom, target)));
    }

    private Urgency urgency(int left, int all) {
        if (left <= settings.redFromDaysLeft()) {
            return Urgency.RED;
        }
        Integer near = settings.yellowFromDaysLeft();
        boolean used = (all - left) * 100 > settings.yellowAbovePercent() * all;
        return used || (near != null && left <= near) ? Urgency.YELLOW : Urgency.GREEN;
    }

    private static Limits limits(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("due_on", LocalDate.class);
        boolean statutory = DueKind.valueOf(row.getString("kind")) == DueKind.STATUTORY;
        return new Limits(
                row.getObject("counted_from", LocalDate.class),
                statutory ? day : null,
                LimitUnit.valueOf(row.getString("unit")),
                statutory ? null : day,
                LimitUnit.valueOf(row.getString("unit")),
                row.getObject("stopped_on", LocalDate.class));
    }

    /** Both limits of a clock, each row giving one. */
    private record Limits(
            LocalDate countedFrom,
            @Nullable LocalDate due,
            LimitUnit dueUnit,
            @Nullable LocalDate promised,
            LimitUnit promisedUnit,
            @Nullable LocalDate stoppedOn) {

        Limits and(Limits other) {
            return new Limits(
                    countedFrom,
                    due == null ? other.due : due,
                    due == null ? other.dueUnit : dueUnit,
                    promised == null ? other.promised : promised,
                    promised == null ? other.promisedUnit : promisedUnit,
                    stoppedOn);
        }
    }
}
