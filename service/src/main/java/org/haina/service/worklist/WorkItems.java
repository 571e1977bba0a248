package org.haina.service.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TakenInHand;
import org.haina.service.documents.Printing;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of work and what one does with it. An official sees and touches only the own district and roles. */
@Service
public class WorkItems {

    private final WorkItemRows rows;
    private final Cases cases;
    private final TaskGuard guard;
    private final Workflow workflow;
    private final Audit audit;
    private final Printing printing;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, TaskHandler> handlers;

    WorkItems(
            WorkItemRows rows,
            Cases cases,
            TaskGuard guard,
            Workflow workflow,
            Audit audit,
            Printing printing,
            ApplicationEventPublisher events,
            Clock clock,
            List<TaskHandler> handlers) {
        this.rows = rows;
        this.cases = cases;
        this.guard = guard;
        this.workflow = workflow;
        this.audit = audit;
        this.printing = printing;
        this.events = events;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::taskKey, Function.identity()));
    }

    /** One page and the place where the next begins. */
    public WorkItemPage page(Official official, WorkItemFilter filter) {
        List<WorkItem> found = rows.page(official, filter);
        boolean more = found.size() > filter.limit();
        return new WorkItemPage(more ? found.subList(0, filter.limit()) : found, more);
    }

    /** At most 1,001, which means "more than a thousand". */
    public int count(Official official, WorkItemFilter filter) {
        return rows.count(official, filter);
    }

    /**
     * Open work of all districts for who oversees it, due first; changes nothing.
     *
     * @param limit 1 to 100
     */
    public WorkItemPage overview(Optional<District> district, Optional<WorkItemFilter.Position> after, int limit) {
        List<WorkItem> found = rows.overview(district, after, limit + 1);
        boolean more = found.size() > limit;
        return new WorkItemPage(more ? found.subList(0, limit) : found, more);
    }

    /** @throws Problem if there is none for this official */
    public WorkItem get(String id, Official official) {
        return rows.find(id).filter(item -> mayTouch(item, official)).orElseThrow(WorkItems::unknown);
    }

    /** All tasks of a case, oldest first; who may see the case is the caller's question. */
    public List<WorkItem> ofCase(CaseNumber number) {
        return rows.ofCase(number);
    }

    /** The task of a case that this official may work on now. */
    public Optional<WorkItem> openFor(CaseNumber number, Official official) {
        return openFor(rows.ofCase(number), official).stream().findFirst();
    }

    /** The tasks of a case that this official may work on now, of those read before: what is claimed first, then the oldest. */
    public List<WorkItem> openFor(List<WorkItem> ofCase, Official official) {
        return ofCase.stream()
                .filter(item -> item.isOpen() && mayTouch(item, official))
                .sorted(Comparator.comparing(item -> !item.isClaimedBy(official.account())))
                .toList();
    }

    /** From now to the end of the transaction nobody claims, releases or completes a task of the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseNumber number) {
        rows.ofCase(number).forEach(item -> rows.lock(item.id()));
    }

    /** The last task of a case, if this official completed it and nobody has claimed what followed. */
    public Optional<WorkItem> untouchedSince(CaseNumber number, String taskKey, Official official) {
        List<WorkItem> all = rows.ofCase(number);
        Instant last = all.stream()
                .filter(item -> item.outcome().isPresent())
                .flatMap(item -> item.closedAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        List<WorkItem> open = all.stream().filter(WorkItem::isOpen).toList();
        if (open.isEmpty() || open.stream().anyMatch(item -> item.claimedBy().isPresent())) {
            return Optional.empty();
        }
        return all.stream()
                .filter(item -> item.closedAt().equals(Optional.of(last)))
                .filter(item -> item.taskKey().equals(taskKey) && item.isClaimedBy(official.account()))
                .findFirst();
    }

    /** What stands against the outcomes of an open task. */
    public TaskAdvice advice(WorkItem item) {
        return handler(item).advice(item.number());
    }

    /**
     * Takes an item. Taking what one holds already changes nothing.
     *
     * @throws Problem if somebody else was faster, or a rule is against it
     */
    @Transactional
    public WorkItem claim(String id, Official official) {
        WorkItem item = get(id, official);
        if (item.isOpen() && item.isClaimedBy(official.account())) {
            return item;
        }
        guard.requireClaimable(item, official);
        if (!rows.claim(id, item.version(), official, clock.instant())) {
            throw conflict(get(id, official));
        }
        record(official, "task.claim", item, Map.of());
        events.publishEvent(new TakenInHand(item.number(), official.account()));
        return get(id, official);
    }

    /** Gives an item back to the pool. */
    @Transactional
    public WorkItem release(String id, Official official) {
        WorkItem item = get(id, official);
        if (!rows.release(id, official)) {
            throw conflict(get(id, official));
        }
        record(official, "task.release", item, Map.of());
        return get(id, official);
    }

    /**
     * Completes an item the official has claimed: the feature's handler first, then the process.
     *
     * @param version what the official saw; a stale one is refused
     * @throws Problem if the item is done, released or another's, or the official may not read the case
     * @throws TaskRefusedException if the input is not good enough
     */
    @Transactional
    public void complete(TaskCommand asked, int version) {
        Official by = asked.by();
        // The case before its tasks, as everybody who moves a deadline does: two who lock crosswise would stop each
        // other.
        cases.lock(asked.item().number());
        WorkItem item = rows.lock(asked.item().id())
                .filter(found -> mayTouch(found, by))
                .orElseThrow(WorkItems::unknown);
        if (!item.isOpen() || !item.isClaimedBy(by.account()) || item.version() != version) {
            throw conflict(item);
        }
        guard.requireCompletable(item, by);
        if (!item.outcomes().contains(asked.outcome())) {
            throw TaskRefusedException.of("outcome", "请选择处理结果");
        }
        requirePrintable(asked);
        handler(item).advice(item.number()).require(asked);
        Map<String, Object> variables = new HashMap<>(handler(item).complete(asked));
        variables.put("outcome", asked.outcome());
        rows.complete(item.id(), clock.instant(), by, asked.outcome());
        record(by, "task.complete", item, Map.of("outcome", asked.outcome()));
        workflow.complete(item.id(), variables);
    }

    /** What an official writes stands in a letter sooner or later. */
    private void requirePrintable(TaskCommand asked) {
        List<TaskRefusedException.Problem> problems = new ArrayList<>();
        printing.complaint("理由", asked.opinion())
                .ifPresent(told -> problems.add(new TaskRefusedException.Problem("opinion", told)));
        asked.marks().forEach(mark -> printing.complaint("补正理由", mark.text())
                .ifPresent(told -> problems.add(new TaskRefusedException.Problem(mark.target(), told))));
        if (!problems.isEmpty()) {
            throw new TaskRefusedException(problems);
        }
    }

    /** Tells the slower of two officials who was faster. */
    private static Problem conflict(WorkItem now) {
        String words = now.isOpen()
                ? now.claimedName().map("该任务已由 %s 签收。"::formatted).orElse("该任务已被他人更新，请刷新后再试。")
                : now.closedBy().map("该任务已由 %s 处理完毕。"::formatted).orElse("该任务已经结束，不用再办理。");
        return Problem.conflict(words);
    }

    private static Problem unknown() {
        return Problem.notFound("没有找到这项任务。它可能已经办结，或者不属于您的区和岗位。");
    }

    private TaskHandler handler(WorkItem item) {
        TaskHandler handler = handlers.get(item.taskKey());
        if (handler == null) {
            throw new IllegalStateException("Nobody handles task " + item.taskKey());
        }
        return handler;
    }

    /** Marks the open work of an organ in a case: it is late and has been urged. */
    @Transactional
    public void urge(CaseNumber number, String org) {
        rows.urge(number, org, clock.instant());
    }

    /** To these officials the open tasks of a case do not exist from now on; what one of them has taken is anybody's again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bar(CaseNumber number, Collection<String> accounts) {
        rows.bar(number, accounts);
    }

    private static boolean mayTouch(WorkItem item, Official official) {
        return official.district().equals(item.district())
                && official.org().equals(item.org())
                && official.has(item.role())
                && !item.barred().contains(official.account());
    }

    private void record(Official by, String action, WorkItem item, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("task", item.taskKey());
        audit.record(new AuditEntry(by.account(), action, "work-item:" + item.id(), item.number(), detail));
    }
}
