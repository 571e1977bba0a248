package org.haina.processes;

import java.util.regex.Pattern;
import org.haina.processes.Handling.Kind;
import org.haina.processes.Handling.Step;
import org.haina.processes.ItemDefinition.Channel;

/** What a guide says of visits, result and steps agrees with the rest (checks of an 实施清单). */
final class HandlingRules {

    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private HandlingRules() {}

    static void check(ItemDefinition item, Problems problems) {
        Handling handling = item.handling();
        if (handling == null) {
            return;
        }
        visits(item, handling, problems);
        result(item, handling.result(), problems);
        problems.unlessDistinct(
                "handling.steps", handling.steps().stream().map(Step::step).toList());
        handling.steps().forEach(step -> {
            problems.unlessMatches("handling.steps.step", step.step(), ELEMENT);
            problems.unlessBetween("handling.steps.days", step.days(), 0, 366);
        });
    }

    /** Who need not come can hand everything in and get everything from afar. */
    private static void visits(ItemDefinition item, Handling handling, Problems problems) {
        problems.unlessBetween("handling.visits", handling.visits(), 0, 9);
        problems.unless(
                (handling.visits() > 0) == (handling.visitReason() != null),
                "handling.visitReason: given exactly when somebody must come");
        problems.unless(
                handling.visitReason() == null || !handling.visitReason().isBlank(),
                "handling.visitReason: says nothing");
        problems.unless(
                handling.visits() > 0 || item.channels().stream().anyMatch(HandlingRules::isFromAfar),
                "handling.visits: nobody need come, and there is no way from afar (web, mobile, post)");
    }

    private static boolean isFromAfar(Channel channel) {
        return channel != Channel.COUNTER;
    }

    private static void result(ItemDefinition item, Handling.Result result, Problems problems) {
        problems.unless(!result.name().isBlank(), "handling.result.name: says nothing");
        problems.unless(
                (result.kind() == Kind.CERTIFICATE) == (item.certificate() != null),
                "handling.result.kind: certificate exactly when the item issues one");
        endsWith(result, "证", Kind.CERTIFICATE, problems);
        endsWith(result, "批复", Kind.APPROVAL, problems);
        endsWith(result, "文", Kind.DOCUMENT, problems);
    }

    private static void endsWith(Handling.Result result, String ending, Kind kind, Problems problems) {
        problems.unless(
                !result.name().endsWith(ending) || result.kind() == kind,
                "handling.result.kind: what is called …" + ending + " ends as " + kind.label());
    }
}
