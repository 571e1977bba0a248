package org.haina.service.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.service.calendar.ShippedCalendar;
import org.haina.service.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** What happens to a case day by day, under one policy, without a database. */
public final class Story {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final WorkingDays SHIPPED = ShippedCalendar.workingDays();
    private static final Map<String, ClockPolicy> POLICIES = new ConcurrentHashMap<>();

    final WorkingDays days = SHIPPED;
    private final ClockPolicy policy;
    private final LimitTerms terms;
    private final List<LedgerEntry> ledger = new ArrayList<>();

    public Story(String policy, LimitTerms terms) {
        this.policy = POLICIES.computeIfAbsent(policy, Story::policy);
        this.terms = terms;
    }

    static ClockPolicy policy(String key) {
        try (var yaml = Story.class.getResourceAsStream("clock-policies/" + key + ".yaml")) {
            return ClockPolicies.read(Objects.requireNonNull(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Story on(String day, Moment moment) {
        return on(LocalDate.parse(day), moment, null);
    }

    Story on(String day, Moment moment, @Nullable String document) {
        return on(LocalDate.parse(day), moment, document);
    }

    public Story on(LocalDate day, Moment moment, @Nullable String document) {
        return seen(Observation.of(moment, at(day), SHANGHAI, "clerk", document));
    }

    /** As {@link #on(String, Moment)}, of a moment that gives the last day of what it starts. */
    Story until(String lastDay, String day, Moment moment) {
        return seen(Observation.of(moment, at(LocalDate.parse(day)), SHANGHAI, "clerk", null)
                .until(LocalDate.parse(lastDay)));
    }

    private Story seen(Observation observed) {
        ledger.addAll(new ClockRules(policy, terms, List.copyOf(ledger), days).apply(observed));
        return this;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    }

    /** Last day of the statutory limit while the clock runs or stands; null otherwise. */
    @Nullable
    public LocalDate due(ClockName clock) {
        return running(clock).map(run -> run.due(days)).orElse(null);
    }

    @Nullable
    LocalDate promised(ClockName clock) {
        return running(clock).map(run -> run.promised(days)).orElse(null);
    }

    public boolean stands(ClockName clock) {
        return running(clock).map(run -> run.stoppedOn() != null).orElse(false);
    }

    Consequence onExpiry(ClockName clock) {
        return policy.rule(clock).orElseThrow().onExpiry();
    }

    LedgerEntry last() {
        return ledger.get(ledger.size() - 1);
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    private Optional<ClockRun> running(ClockName clock) {
        return ClockRun.latest(clock, ledger).filter(run -> !run.isEnded());
    }
}
