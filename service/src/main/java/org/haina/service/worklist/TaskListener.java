package org.haina.service.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.DeadlineMoved;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.haina.service.workflow.TaskChanged;
import org.haina.service.workflow.TaskClosed;
import org.haina.service.workflow.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the list in step with the engine, in the engine's own transaction. */
@Component
class TaskListener {

    private final WorkItemRows rows;
    private final Cases cases;
    private final Catalog catalog;
    private final Organs organs;
    private final CaseClocks clocks;
    private final Parties parties;
    private final Clock clock;
    private final Set<String> beside;

    TaskListener(
            WorkItemRows rows,
            Cases cases,
            Catalog catalog,
            Organs organs,
            CaseClocks clocks,
            Parties parties,
            Clock clock,
            List<TaskHandler> handlers) {
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.clocks = clocks;
        this.parties = parties;
        this.clock = clock;
        this.beside = handlers.stream()
                .filter(TaskHandler::isBeside)
                .map(TaskHandler::taskKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @EventListener
    void on(TaskOpened opened) {
        CaseFile file = cases.get(opened.number());
        Organ organ = organs.acting(file.district(), opened.organ());
        if (!organ.uscc().equals(file.org())) {
            cases.involve(file.number(), organ.uscc());
        }
        if (!beside.contains(opened.taskKey()) && !organ.uscc().equals(file.acting())) {
            cases.handTo(file.number(), organ.uscc());
        }
        rows.insert(new WorkItem(
                opened.taskId(),
                opened.number(),
                file.item(),
                catalog.version(file.itemVersion()).definition().title().zh(),
                opened.taskKey(),
                opened.name(),
                Role.valueOf(opened.role().toUpperCase(Locale.ROOT)),
                organ.district(),
                organ.uscc(),
                opened.outcomes(),
                parties.maskedName(file.applicant()),
                clock.instant(),
                due(opened.number()),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file.barred(),
                Optional.empty()));
    }

    @EventListener
    void on(TaskChanged changed) {
        rows.change(
                changed.taskId(),
                changed.name(),
                Role.valueOf(changed.role().toUpperCase(Locale.ROOT)),
                changed.outcomes());
    }

    @EventListener
    void on(TaskClosed closed) {
        rows.close(closed.taskId(), clock.instant());
    }

    @EventListener
    void on(DeadlineMoved moved) {
        rows.changeDue(moved.number(), due(moved.number()).orElse(WorkItemRows.NEVER));
    }

    private Optional<LocalDate> due(CaseNumber number) {
        return Optional.ofNullable(clocks.dueDates(List.of(number)).get(number))
                .filter(deadline -> !deadline.stopped())
                .map(Deadline::target);
    }
}
