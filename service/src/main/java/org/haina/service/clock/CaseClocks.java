package org.haina.service.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.ClockLedger.OpenedCase;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The statutory clocks of cases. Everything is written in the caller's transaction; without one it is refused. */
@Service
public class CaseClocks {

    private final ClockPolicies policies;
    private final ClockLedger ledger;
    private final DueDates dueDates;
    private final WorkingDays days;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseClocks(
            ClockPolicies policies,
            ClockLedger ledger,
            DueDates dueDates,
            WorkingDays days,
            Clock clock,
            ApplicationEventPublisher events) {
        this.policies = policies;
        this.ledger = ledger;
        this.dueDates = dueDates;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    /** True if items may name this policy. */
    public boolean hasPolicy(String policy) {
        return policies.keys().contains(policy);
    }

    /** True if the policy has a rule for this clock. */
    public boolean hasClock(String policy, ClockName clock) {
        return hasPolicy(policy) && policies.get(policy).rule(clock).isPresent();
    }

    /**
     * The longest limit that the policy itself gives a clock; empty if it leaves it to the item or counts otherwise.
     *
     * @param unit name of a {@link org.haina.service.calendar.LimitUnit}
     */
    public Optional<Integer> longest(String policy, ClockName clock, String unit) {
        return Optional.of(policy)
                .filter(this::hasPolicy)
                .flatMap(known -> policies.get(known).rule(clock))
                .map(ClockPolicy.Rule::limit)
                .filter(limit -> limit.unit().name().equals(unit))
                .map(Limit::number);
    }

    /**
     * Gives a case its clocks; none runs yet.
     *
     * @throws IllegalArgumentException if there is no such policy, or it needs a window that the terms do not give
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(CaseNumber number, String policy, LimitTerms terms) {
        rules(new OpenedCase(policy, terms), List.of());
        ledger.open(number, new OpenedCase(policy, terms), clock.instant());
    }

    /**
     * {@link #open} and {@link #observe} of {@link Moment#RECEIVED} in one statement and without {@link DeadlineMoved}:
     * nothing lists the case yet.
     *
     * @return what {@link #promisedBy} gives for this case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PromisedDay> receive(
            CaseNumber number, String policy, LimitTerms terms, Instant at, String author, @Nullable String document) {
        OpenedCase opened = new OpenedCase(policy, terms);
        List<LedgerEntry> entries = rules(opened, List.of()).apply(seen(Moment.RECEIVED, at, author, document));
        ledger.open(number, opened, at, entries, rows(opened, entries, entries));
        return target(opened, entries, at);
    }

    /**
     * Tells the clocks what happened; what it does to which is the policy's. Repeating a moment does no harm.
     *
     * @param at legal time
     * @param author id of a person or step, never a name
     * @param document id of the written notice or approval; without one a special procedure stops nothing
     * @throws IllegalArgumentException if the case has no clocks, or an extension has no document
     * @throws IllegalStateException for an extension that the policy does not give
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void observe(CaseNumber number, Moment moment, Instant at, String author, @Nullable String document) {
        observe(number, seen(moment, at, author, document));
    }

    /**
     * As {@link #observe(CaseNumber, Moment, Instant, String, String)}, of a moment that starts a clock whose last day is not
     * counted but given, such as that of a licence.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void observeUntil(CaseNumber number, Moment moment, Instant at, String author, LocalDate lastDay) {
        observe(number, seen(moment, at, author, null).until(lastDay));
    }

    private void observe(CaseNumber number, Observation observed) {
        OpenedCase opened = ledger.lock(number).orElseThrow(() -> unknown(number));
        List<LedgerEntry> all = new ArrayList<>(ledger.entries(number));
        List<LedgerEntry> entries = rules(opened, List.copyOf(all)).apply(observed);
        all.addAll(entries);
        List<DueRow> rows = rows(opened, all, entries);
        ledger.append(number, entries, rows);
        publish(number, rows);
    }

    /** Where a clock stands; empty before its start and after its end. */
    public Optional<Deadline> deadline(CaseNumber number, ClockName name) {
        return deadlines(number).stream().filter(d -> d.clock() == name).findFirst();
    }

    /** All running or stopped clocks of a case. */
    public List<Deadline> deadlines(CaseNumber number) {
        return dueDates.of(List.of(number)).getOrDefault(number, List.of());
    }

    /**
     * The earliest running deadline of each case; cases without one are absent. One statement. What the applicant still
     * brings while the organ examines is none of the organ's.
     */
    public Map<CaseNumber, Deadline> dueDates(Collection<CaseNumber> numbers) {
        Map<CaseNumber, Deadline> first = new HashMap<>();
        dueDates.of(numbers).forEach((number, all) -> all.stream()
                .filter(deadline -> deadline.clock() != ClockName.DEFERRAL)
                .min(Comparator.comparing(Deadline::stopped).thenComparing(Deadline::target))
                .ifPresent(deadline -> first.put(number, deadline)));
        return first;
    }

    /** The whole ledger of a case in its order. */
    public List<LedgerEntry> ledger(CaseNumber number) {
        return ledger.entries(number);
    }

    /** How a clock's date comes about; empty before its start and after its end. */
    public Optional<ClockExplanation> explain(CaseNumber number, ClockName name) {
        List<LedgerEntry> entries =
                ledger.entries(number).stream().filter(e -> e.clock() == name).toList();
        return ClockRun.latest(name, entries).filter(run -> !run.isEnded()).map(run -> explain(name, run, entries));
    }

    /**
     * The day a case received on the given day is promised to be done by, if it is accepted at once.
     *
     * @return empty for a policy without a decision clock
     */
    public Optional<PromisedDay> promisedBy(String policy, LimitTerms terms, LocalDate receivedOn) {
        OpenedCase opened = new OpenedCase(policy, terms);
        Instant at = receivedOn.atStartOfDay(clock.getZone()).toInstant();
        return target(opened, rules(opened, List.of()).apply(seen(Moment.RECEIVED, at, "forecast", null)), at);
    }

    /** Deadlines that the publication of a calendar moved, in the order of their recount. */
    public List<DeadlineChange> changes(long calendarVersion) {
        return ledger.changes(calendarVersion);
    }

    /**
     * A page of {@link #changes(long)}.
     *
     * @param after the last change of the page before, 0 for the first page
     * @param limit 1 to 101: a page of 100, and one more that tells whether there is another
     */
    public List<DeadlineChange> changes(long calendarVersion, long after, int limit) {
        return ledger.changes(calendarVersion, after, Math.min(Math.max(limit, 1), 101));
    }

    private Optional<PromisedDay> target(OpenedCase opened, List<LedgerEntry> received, Instant at) {
        List<LedgerEntry> all = new ArrayList<>(received);
        if (ClockRun.latest(ClockName.DECISION, all).isEmpty()) {
            all.addAll(rules(opened, received).apply(seen(Moment.ACCEPTED, at, "forecast", null)));
        }
        return ClockRun.latest(ClockName.DECISION, all)
                .map(run -> PromisedDay.of(dueDates.deadline(ClockName.DECISION, run)));
    }

    private ClockExplanation explain(ClockName name, ClockRun run, List<LedgerEntry> entries) {
        Deadline deadline = dueDates.deadline(name, run);
        Limit promise = run.start().promised();
        Limit limit = promise != null && !deadline.target().equals(deadline.due())
                ? promise
                : run.start().limit();
        return new ClockExplanation(
                deadline,
                run.start().basis(),
                run.countedFrom(),
                limit,
                limit == null
                        ? List.of()
                        : days.explain(run.countedFrom(), limit.unit(), run.unmoved(limit, days), run.stops()),
                entries);
    }

    private ClockRules rules(OpenedCase opened, List<LedgerEntry> history) {
        return new ClockRules(policies.get(opened.policy()), opened.terms(), history, days);
    }

    private Observation seen(Moment moment, Instant at, String author, @Nullable String document) {
        return Observation.of(moment, at, clock.getZone(), author, document);
    }

    /** The rows of the clocks that the new entries touch. */
    private List<DueRow> rows(OpenedCase opened, List<LedgerEntry> all, List<LedgerEntry> added) {
        List<ClockName> touched = added.stream()
                .flatMap(e -> Optional.ofNullable(e.clock()).stream())
                .toList();
        return DueRow.of(policies.get(opened.policy()), all, days).stream()
                .filter(row -> touched.contains(row.clock()))
                .toList();
    }

    private void publish(CaseNumber number, List<DueRow> rows) {
        DueRow.targets(rows)
                .forEach((name, target) -> events.publishEvent(new DeadlineMoved(number, name, target.orElse(null))));
    }

    private static IllegalArgumentException unknown(CaseNumber number) {
        return new IllegalArgumentException("Case " + number + " has no clocks");
    }
}
