package org.haina.service.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haina.processes.Handling;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemLimits.Unit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.workflow.PassedActivity;
import org.springframework.stereotype.Component;

/** By when an organ means to be through with a step (办理环节时限): its own plan within the limits, which it does not move. */
@Component
class StepPlans {

    /** What is not the organ's time: the applicant corrects, or what the law does not count is waited for. */
    private static final Set<String> WAITS =
            Set.of(CaseMove.ASK_CORRECTION.name(), CaseMove.BEGIN_SPECIAL_PROCEDURE.name());

    private final WorkingDays days;
    private final Clock clock;

    StepPlans(WorkingDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The last day; empty if the item plans none for what was entered. */
    Optional<LocalDate> until(ItemDefinition item, PassedActivity passed) {
        Handling handling = item.handling();
        if (handling == null || !passed.process().equals(item.key())) {
            return Optional.empty();
        }
        OptionalInt planned = handling.days(passed.activity());
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        LocalDate entered = LocalDate.ofInstant(passed.entered(), clock.getZone());
        return Optional.of(
                item.limits().decision().unit() == Unit.WORKING_DAYS
                        ? days.plus(entered, planned.getAsInt())
                        : entered.plusDays(planned.getAsInt()));
    }

    /** True if in the middle of the step something was waited for that the plan does not count: what is late then tells nothing. */
    static boolean hasWaited(PassedActivity passed, List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> WAITS.contains(entry.kind()))
                .anyMatch(entry -> !entry.at().isBefore(passed.entered())
                        && passed.left().filter(entry.at()::isAfter).isEmpty());
    }

    /** True if the step took longer than planned, or does. */
    boolean isLate(PassedActivity passed, LocalDate until) {
        return LocalDate.ofInstant(passed.left().orElseGet(clock::instant), clock.getZone())
                .isAfter(until);
    }
}
