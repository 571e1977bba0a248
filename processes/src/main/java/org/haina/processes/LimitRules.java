package org.haina.processes;

import java.util.List;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemLimits.DecisionLimit;
import org.haina.processes.ItemLimits.Period;
import org.haina.processes.Window.Round;

/** When an item may be applied for, and how long its steps may take. */
final class LimitRules {

    private LimitRules() {}

    static void window(ItemDefinition item, Problems problems) {
        if (item.window() == null) {
            return;
        }
        List<Round> rounds = item.window().rounds();
        problems.unless(!rounds.isEmpty(), "window.rounds: at least one round");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            problems.unless(
                    !round.closes().isBefore(round.opens()), "window.rounds[" + i + "].closes: before it opens");
            problems.unless(
                    i == 0 || round.opens().isAfter(rounds.get(i - 1).closes()),
                    "window.rounds[" + i + "].opens: not after the round before it closed");
        }
    }

    static void limits(ItemDefinition item, Problems problems) {
        DecisionLimit decision = item.limits().decision();
        if (item.limits().notice() != null) {
            period(problems, "limits.notice", item.limits().notice());
        }
        if (item.limits().correction() != null) {
            period(problems, "limits.correction", item.limits().correction());
        }
        problems.unlessBetween("limits.decision.statutory", decision.statutory(), 1, 366);
        problems.unlessBetween("limits.decision.promised", decision.promised(), 0, decision.statutory());
        problems.unless(
                decision.from() != ItemLimits.From.WINDOW_END || item.window() != null,
                "limits.decision.from: windowEnd without a window");
        problems.unless(
                decision.includesDelivery() == (item.limits().delivery() == null),
                "limits.delivery: given exactly when the decision's limit does not include it");
        if (item.limits().delivery() != null) {
            period(problems, "limits.delivery", item.limits().delivery());
        }
    }

    static void mode(ItemDefinition item, Problems problems) {
        problems.unless(
                (item.mode() == Mode.INSTANT) == (item.limits().decision().promised() == 0),
                "mode: instant exactly when limits.decision.promised is 0");
    }

    static void period(Problems problems, String path, Period period) {
        problems.unlessBetween(path + ".length", period.length(), 1, 366);
    }
}
