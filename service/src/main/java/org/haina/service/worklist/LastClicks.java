package org.haina.service.worklist;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An official's own last click, while nothing followed: taken back, so that the task is open again, or corrected where the
 * process has gone on and goes the same way whatever was chosen. Which click is either is said by its {@link TaskHandler}.
 */
@Service
public class LastClicks {

    /** Tasks at which somebody begins to build upon what was found before. */
    private static final Set<String> BUILDING = Set.of("Task_ReviewApplication", "Task_VisitSite");

    private final WorkItemRows rows;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;
    private final Map<String, TaskHandler> handlers;

    LastClicks(WorkItemRows rows, Workflow workflow, Audit audit, Clock clock, List<TaskHandler> handlers) {
        this.rows = rows;
        this.workflow = workflow;
        this.audit = audit;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::taskKey, handler -> handler));
    }

    /**
     * The task that this official has completed and may open again; empty if there is none, or somebody has taken up the next.
     *
     * @param all tasks of the case
     */
    public Optional<WorkItem> undoable(List<WorkItem> all, Official by) {
        Predicate<String> free = id -> all.stream().anyMatch(item -> item.id().equals(id) && isFree(item));
        return own(all, by)
                .filter(done -> handler(done).undoable().contains(done.outcome().orElseThrow()))
                .filter(done -> workflow.taskAfter(done.id()).filter(free).isPresent())
                .findFirst();
    }

    /** Opens it again; the caller holds the case and its tasks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(WorkItem done, Official by) {
        handler(done).takeBack(done, by);
        putAside(done);
        workflow.returnTo(done.id());
        record(by, "task.takeBack", done, Map.of());
    }

    /** Its outcome counts no more: for whoever opens the task anew by another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putAside(WorkItem done) {
        rows.takeBack(done.id(), clock.instant());
    }

    /**
     * The task that this official has completed and may correct the outcome of; empty if there is none, or it is built upon.
     *
     * @param all tasks of the case
     */
    public Optional<WorkItem> amendable(List<WorkItem> all, Official by) {
        return own(all, by)
                .filter(done -> !handler(done).amendable().isEmpty())
                .filter(done -> all.stream()
                        .filter(item -> BUILDING.contains(item.taskKey()))
                        .filter(item -> item.takenBackAt().isEmpty())
                        .allMatch(LastClicks::isFree))
                .findFirst();
    }

    /** What may be chosen instead, with its name. */
    public Map<String, String> outcomes(WorkItem done) {
        return handler(done).amendable();
    }

    /** True if what counts now says exactly this. */
    public boolean says(WorkItem done, String outcome, String opinion) {
        return handler(done).says(done, outcome, opinion);
    }

    /**
     * Corrects it; the caller holds the case and its tasks.
     *
     * @throws TaskRefusedException if the input is not good enough
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void amend(WorkItem done, String outcome, String opinion, Official by) {
        handler(done).amend(done, outcome, opinion, by);
        rows.amended(done.id());
        record(by, "task.amend", done, Map.of("outcome", outcome));
    }

    /** The newest first. */
    private Stream<WorkItem> own(List<WorkItem> all, Official by) {
        return all.stream()
                .filter(item -> item.outcome().isPresent()
                        && item.takenBackAt().isEmpty()
                        && item.isClaimedBy(by.account())
                        && item.org().equals(by.org())
                        && by.has(item.role()))
                .sorted(Comparator.comparing((WorkItem item) -> item.closedAt().orElseThrow())
                        .reversed());
    }

    private static boolean isFree(WorkItem item) {
        return item.isOpen() && item.claimedBy().isEmpty();
    }

    private TaskHandler handler(WorkItem item) {
        return Optional.ofNullable(handlers.get(item.taskKey())).orElseThrow();
    }

    private void record(Official by, String action, WorkItem item, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("task", item.taskKey());
        audit.record(new AuditEntry(by.account(), action, "work-item:" + item.id(), item.number(), detail));
    }
}
