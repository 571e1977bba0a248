package org.haina.service.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.calendar.LimitUnit;
import org.haina.service.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** A row of {@code clock_due}, derived from the ledger by one version of the calendar. */
record DueRow(
        ClockName clock,
        DueKind kind,
        LocalDate countedFrom,
        LocalDate dueOn,
        LimitUnit unit,
        State state,
        @Nullable LocalDate stoppedOn,
        Consequence consequence,
        long calendarVersion) {

    enum State {
        RUNNING,
        STOPPED,
        ENDED
    }

    /** The rows of every clock that ever ran; the ledger decides which, also after a policy has changed. */
    static List<DueRow> of(ClockPolicy policy, List<LedgerEntry> ledger, WorkingDays days) {
        List<DueRow> rows = new ArrayList<>();
        for (ClockName clock : ClockName.values()) {
            Consequence consequence =
                    policy.rule(clock).map(ClockPolicy.Rule::onExpiry).orElse(Consequence.ESCALATE);
            ClockRun.latest(clock, ledger).ifPresent(run -> add(rows, clock, consequence, run, days));
        }
        return rows;
    }

    /** The day to work towards of each clock among the rows; none while it stands or once it has ended. */
    static Map<ClockName, Optional<LocalDate>> targets(List<DueRow> rows) {
        Map<ClockName, Optional<LocalDate>> targets = new EnumMap<>(ClockName.class);
        for (DueRow row : rows) {
            Optional<LocalDate> day = row.state == State.RUNNING ? Optional.of(row.dueOn) : Optional.empty();
            targets.merge(row.clock, day, (a, b) -> a.filter(d -> b.isEmpty() || d.isBefore(b.get()))
                    .or(() -> b));
        }
        return targets;
    }

    private static void add(
            List<DueRow> rows, ClockName clock, Consequence consequence, ClockRun run, WorkingDays days) {
        rows.add(row(clock, DueKind.STATUTORY, run, run.due(days), run.dueUnit(), consequence, days));
        LocalDate promised = run.promised(days);
        if (promised != null) {
            rows.add(row(clock, DueKind.PROMISED, run, promised, run.promisedUnit(), Consequence.ESCALATE, days));
        }
    }

    private static DueRow row(
            ClockName clock,
            DueKind kind,
            ClockRun run,
            LocalDate due,
            LimitUnit unit,
            Consequence consequence,
            WorkingDays days) {
        LocalDate stopped = run.stoppedOn();
        State state = run.isEnded() ? State.ENDED : stopped == null ? State.RUNNING : State.STOPPED;
        return new DueRow(clock, kind, run.countedFrom(), due, unit, state, stopped, consequence, days.version());
    }
}
