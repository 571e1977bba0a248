package org.haina.service.clock;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.service.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What one statute says about clocks.
 *
 * @param key name in {@code item.yaml}
 * @param law full Chinese title of the statute
 * @param clocks at most one rule per clock
 */
record ClockPolicy(String key, String title, String law, List<Rule> clocks) {

    ClockPolicy {
        clocks = List.copyOf(clocks);
        Set<ClockName> seen = EnumSet.noneOf(ClockName.class);
        for (Rule rule : clocks) {
            require(seen.add(rule.clock), key + ": two rules for " + rule.clock);
        }
    }

    Optional<Rule> rule(ClockName clock) {
        return clocks.stream().filter(rule -> rule.clock == clock).findFirst();
    }

    /** True if some clock is counted from the window's end, so that a case needs one. */
    boolean needsWindow() {
        return clocks.stream().flatMap(rule -> rule.starts.stream()).anyMatch(Start::usesWindow);
    }

    /** Chinese: statute, article and content, as it stands in ledger and explanation. */
    String cite(Rule rule, String article, String text) {
        return Objects.requireNonNullElse(rule.law, law) + article + "：" + text;
    }

    /** As {@link #cite(Rule, String, String)}, of what stops the clock. */
    String cite(Rule rule, Stop stop) {
        String other = stop.law == null ? rule.law : stop.law;
        return Objects.requireNonNullElse(other, law) + stop.article + "：" + stop.text;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * One clock under the statute.
     *
     * @param law full Chinese title of another statute that this clock rests on; null for the policy's own
     * @param limit the statute's own; null if the item must state it, and without it there is no such clock
     * @param starts moments that start the clock while it does not run
     * @param unless moments in the case's past that keep it from starting
     * @param stop what the law allows to stop it, if anything
     * @param extension how often and how long, if at all
     * @param ends moments that end it; withdrawal and closing always do
     * @param endsInTime a moment that ends it only while another limit is kept
     * @param includesDelivery true if the limit covers the delivery of the result
     * @param whenWindowIsOver limit used when a start at the window's end comes after it
     */
    record Rule(
            ClockName clock,
            @Nullable String law,
            String article,
            String text,
            @Nullable Limit limit,
            List<Start> starts,
            List<Moment> unless,
            @Nullable Stop stop,
            @Nullable Extension extension,
            List<Moment> ends,
            @Nullable Timely endsInTime,
            boolean includesDelivery,
            Consequence onExpiry,
            @Nullable Limit whenWindowIsOver) {

        Rule {
            starts = List.copyOf(starts);
            unless = List.copyOf(unless);
            ends = List.copyOf(ends);
            require(Stream.of(clock, article, text, onExpiry).allMatch(Objects::nonNull), clock + ": incomplete");
            require(!starts.isEmpty(), clock + ": nothing starts it");
            require(!ends.isEmpty(), clock + ": nothing ends it");
            require(
                    clock != ClockName.DECISION || includesDelivery == !ends.contains(Moment.DECIDED),
                    clock + ": a limit that includes delivery ends with it, not with the decision");
        }

        Optional<Start> start(Moment moment) {
            return starts.stream().filter(start -> start.at == moment).findFirst();
        }

        boolean isEndedBy(Moment moment) {
            return moment.endsEverything() || ends.contains(moment);
        }
    }

    /** A moment that starts a clock, and from which day it counts. */
    record Start(Moment at, CountFrom from) {

        boolean usesWindow() {
            return from == CountFrom.WINDOW_END || from == CountFrom.UNTIL_WINDOW_END;
        }
    }

    /**
     * The only thing that may stop a clock, from its written notice on.
     *
     * @param law the statute, where it is not that of the clock
     * @param kinds the procedures the statute names, in its words
     */
    record Stop(Moment at, Moment until, @Nullable String law, String article, String text, List<String> kinds) {

        Stop {
            kinds = List.copyOf(kinds);
            require(!kinds.isEmpty(), article + ": names nothing that stops the clock");
        }
    }

    /** A moment as long as the limit of another clock runs and has not passed. */
    record Timely(Moment at, ClockName limit) {}

    record Extension(Limit limit, int times, String article, String text) {}

    /** The day a limit is counted from. */
    enum CountFrom {
        /** The day of the starting moment. */
        MOMENT,
        /** The day the application, or the papers asked for, were last received. */
        RECEIPT,
        /** The last day of the application window. */
        WINDOW_END,
        /** Nothing is counted: the window's last day is the limit's last day. */
        UNTIL_WINDOW_END,
        /** Nothing is counted: whoever tells the moment gives the last day. */
        UNTIL_GIVEN_DAY
    }
}
