package org.haina.processes;

import org.haina.processes.AfterGrant.Renewal;
import org.haina.processes.AfterGrant.YearlyCheck;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.processes.ItemLimits.From;

/** What must be said before a licence may be renewed or is looked into every year. */
final class TenureRules {

    private TenureRules() {}

    static void check(ItemDefinition item, Problems problems) {
        if (item.renewal() != null) {
            renewal(item, item.renewal(), problems);
        }
        if (item.yearlyCheck() != null) {
            yearly(item, item.yearlyCheck(), problems);
        }
    }

    private static void renewal(ItemDefinition item, Renewal renewal, Problems problems) {
        problems.unlessMatches("renewal.item", renewal.item(), ItemRules.KEY);
        problems.unless(!renewal.item().equals(item.key()), "renewal.item: another item grants what is renewed");
        problems.unlessBetween("renewal.asked", renewal.asked(), 1, 180);
        problems.unlessBetween("renewal.opens", renewal.opens(), renewal.asked() + 1, 366);
        problems.unless(
                item.mode() == Mode.INSTANT, "mode: instant where licences are renewed, what is clean needs nobody");
        problems.unless(item.certificate() != null, "certificate: a renewal issues the licence anew");
    }

    private static void yearly(ItemDefinition item, YearlyCheck check, Problems problems) {
        problems.unlessBetween("yearlyCheck.month", check.month(), 1, 12);
        problems.unlessBetween("yearlyCheck.day", check.day(), 1, 28);
        LimitRules.period(problems, "yearlyCheck.limit", check.limit());
        LimitRules.period(problems, "yearlyCheck.rectification", check.rectification());
        problems.unless(check.limit().from() == From.OPENING, "yearlyCheck.limit.from: opening");
        problems.unless(check.rectification().from() == From.NOTICE, "yearlyCheck.rectification.from: notice");
        problems.unless(
                item.shape() == Shape.LICENCE && item.certificate() != null,
                "yearlyCheck: only of an item that grants licences");
    }
}
