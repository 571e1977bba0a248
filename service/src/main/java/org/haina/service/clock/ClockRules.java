package org.haina.service.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.ClockPolicy.Extension;
import org.haina.service.clock.ClockPolicy.Rule;
import org.haina.service.clock.ClockPolicy.Start;
import org.haina.service.clock.ClockPolicy.Stop;
import org.haina.service.clock.ClockPolicy.Timely;
import org.haina.service.clock.LedgerEntry.Act;
import org.jspecify.annotations.Nullable;

/** What a moment does to the clocks of one case: policy, terms and history in, new entries out. */
final class ClockRules {

    private final ClockPolicy policy;
    private final LimitTerms terms;
    private final List<LedgerEntry> history;
    private final WorkingDays days;

    /** @throws IllegalArgumentException if the policy counts from a window that the terms do not give */
    ClockRules(ClockPolicy policy, LimitTerms terms, List<LedgerEntry> history, WorkingDays days) {
        if (policy.needsWindow() && terms.windowEnd() == null) {
            throw new IllegalArgumentException("Policy " + policy.key() + " counts from the end of a window");
        }
        this.policy = policy;
        this.terms = terms;
        this.history = history;
        this.days = days;
    }

    /**
     * At least one entry; a moment that touches no clock is noted.
     *
     * @throws IllegalStateException for an extension that the law does not give
     */
    List<LedgerEntry> apply(Observation seen) {
        List<LedgerEntry> entries = new ArrayList<>();
        policy.clocks().forEach(rule -> entry(rule, seen).ifPresent(entries::add));
        if (entries.isEmpty()) {
            refuseIf(seen.moment() == Moment.EXTENDED, "no clock runs that may be extended");
            entries.add(seen.entry(null, Act.NOTED, noted(seen.moment())));
        }
        return entries;
    }

    private Optional<LedgerEntry> entry(Rule rule, Observation seen) {
        return ClockRun.latest(rule.clock(), history)
                .filter(run -> !run.isEnded())
                .map(run -> change(rule, run, seen))
                .orElseGet(() -> started(rule, seen));
    }

    private Optional<LedgerEntry> change(Rule rule, ClockRun run, Observation seen) {
        Timely timely = rule.endsInTime();
        if (rule.isEndedBy(seen.moment())
                || timely != null && timely.at() == seen.moment() && isKept(timely.limit(), seen)) {
            return Optional.of(seen.entry(rule.clock(), Act.ENDED, cite(rule)));
        }
        if (seen.moment() == Moment.EXTENDED && rule.extension() != null) {
            return Optional.of(extended(rule, rule.extension(), run, seen));
        }
        return rule.stop() == null ? Optional.empty() : stopped(rule, rule.stop(), run, seen);
    }

    private boolean isKept(ClockName limit, Observation seen) {
        return ClockRun.latest(limit, history)
                .filter(run -> !run.isEnded() && !run.due(days).isBefore(seen.on()))
                .isPresent();
    }

    /** Without its written notice a special procedure stops nothing (licence law 45). */
    private Optional<LedgerEntry> stopped(Rule rule, Stop stop, ClockRun run, Observation seen) {
        boolean stands = run.stoppedOn() != null;
        String basis = policy.cite(rule, stop);
        if (seen.moment() == stop.at() && !stands && seen.document() != null) {
            return Optional.of(seen.entry(rule.clock(), Act.STOPPED, basis));
        }
        return seen.moment() == stop.until() && stands
                ? Optional.of(seen.entry(rule.clock(), Act.RESUMED, basis))
                : Optional.empty();
    }

    private LedgerEntry extended(Rule rule, Extension extension, ClockRun run, Observation seen) {
        refuseIf(
                run.extensions() >= extension.times(),
                rule.clock() + " may be extended " + extension.times() + " times");
        LedgerEntry plain =
                seen.entry(rule.clock(), Act.EXTENDED, policy.cite(rule, extension.article(), extension.text()));
        return new LedgerEntry(
                rule.clock(),
                plain.act(),
                plain.moment(),
                plain.at(),
                plain.on(),
                plain.basis(),
                plain.author(),
                plain.document(),
                null,
                extension.limit(),
                null,
                null);
    }

    private Optional<LedgerEntry> started(Rule rule, Observation seen) {
        boolean barred = history.stream()
                .map(LedgerEntry::moment)
                .anyMatch(past -> past.endsEverything() || rule.unless().contains(past));
        return barred ? Optional.empty() : rule.start(seen.moment()).flatMap(start -> started(rule, start, seen));
    }

    private Optional<LedgerEntry> started(Rule rule, Start start, Observation seen) {
        LocalDate windowEnd = terms.windowEnd();
        if (start.from() == ClockPolicy.CountFrom.UNTIL_WINDOW_END) {
            Objects.requireNonNull(windowEnd);
            return seen.on().isAfter(windowEnd)
                    ? started(rule, seen, seen.on(), rule.whenWindowIsOver(), null)
                    : started(rule, seen, seen.on(), null, windowEnd);
        }
        if (start.from() == ClockPolicy.CountFrom.UNTIL_GIVEN_DAY) {
            return started(rule, seen, seen.on(), null, Objects.requireNonNull(seen.until()));
        }
        return started(rule, seen, countedFrom(start, seen), statutory(rule), null);
    }

    private Optional<LedgerEntry> started(
            Rule rule, Observation seen, LocalDate from, @Nullable Limit limit, @Nullable LocalDate fixed) {
        if (limit == null && fixed == null) {
            return Optional.empty();
        }
        Limit promised = fixed == null ? promised(rule) : null;
        return Optional.of(new LedgerEntry(
                rule.clock(),
                Act.STARTED,
                seen.moment(),
                seen.at(),
                seen.on(),
                cite(rule),
                seen.author(),
                seen.document(),
                from,
                limit,
                promised,
                fixed));
    }

    private LocalDate countedFrom(Start start, Observation seen) {
        return switch (start.from()) {
            case WINDOW_END, UNTIL_WINDOW_END -> Objects.requireNonNull(terms.windowEnd());
            case RECEIPT ->
                history.stream()
                        .filter(e -> e.moment() == Moment.RECEIVED || e.moment() == Moment.CORRECTION_ANSWERED)
                        .reduce((earlier, later) -> later)
                        .map(LedgerEntry::on)
                        .orElse(seen.on());
            case MOMENT, UNTIL_GIVEN_DAY -> seen.on();
        };
    }

    /** The item's own limit where other law gives one for the decision, or where the statute names no days. */
    private @Nullable Limit statutory(Rule rule) {
        Limit own = terms.of(rule.clock());
        boolean ownCounts = rule.limit() == null || rule.clock() == ClockName.DECISION;
        return own != null && ownCounts ? own : rule.limit();
    }

    private @Nullable Limit promised(Rule rule) {
        if (rule.clock() == ClockName.DECISION) {
            return terms.promisedDecision();
        }
        return rule.limit() == null ? null : terms.of(rule.clock());
    }

    private String cite(Rule rule) {
        return policy.cite(rule, rule.article(), rule.text());
    }

    private String noted(Moment moment) {
        boolean late = moment == Moment.NOTICE_ISSUED || moment == Moment.SPECIAL_PROCEDURE_NOTIFIED;
        return moment.label() + (late ? "：不停止计时" : "");
    }

    private void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalStateException(policy.key() + ": " + why);
        }
    }
}
