package org.haina.processes;

import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemLimits.DecisionLimit;
import org.haina.processes.ItemLimits.From;
import org.haina.processes.ItemLimits.Period;
import org.haina.processes.ItemLimits.Unit;

/** 容缺受理: only a secondary paper follows later, and early enough for the result to come when it is promised. */
final class DeferralRules {
    private static final int SHORTEST_MONTH = 28;

    private DeferralRules() {}

    static void check(ItemDefinition item, Problems problems) {
        Period period = item.limits().deferral();
        problems.unless(
                item.takesDeferrals() == (period != null),
                "limits.deferral: given exactly when a material may be handed in later");
        problems.unless(
                !item.takesDeferrals() || item.mode() != Mode.INSTANT,
                "mode: an instant item grants at once, no paper follows later");
        if (period != null) {
            limit(period, item.limits().decision(), problems);
        }
        for (int i = 0; i < item.materials().size(); i++) {
            Material material = item.materials().get(i);
            if (material.deferral() != null) {
                material(material, "materials[" + i + "].", problems);
            }
        }
    }

    /** Working days are the organ's to count in (licence law 82); the paper is the applicant's. */
    private static void limit(Period period, DecisionLimit decision, Problems problems) {
        LimitRules.period(problems, "limits.deferral", period);
        problems.unless(period.unit() == Unit.NATURAL_DAYS, "limits.deferral.unit: naturalDays, it is the applicant's");
        problems.unless(
                period.from() == From.ACCEPTANCE, "limits.deferral.from: acceptance, which it is a condition of");
        problems.unless(
                decision.from() == From.ACCEPTANCE,
                "limits.decision.from: acceptance, from which what may follow later is counted too");
        int shortest = decision.unit() == Unit.MONTHS ? decision.promised() * SHORTEST_MONTH : decision.promised();
        problems.unless(
                period.length() <= shortest,
                "limits.deferral.length: " + period.length() + " is not within the promised limit, which may end after "
                        + shortest + " days");
    }

    private static void material(Material material, String at, Problems problems) {
        problems.unless(material.secondary(), at + "secondary: only a secondary paper may be handed in later");
        problems.unless(material.required(), at + "required: what is not required need not be handed in later");
        problems.unless(
                material.sources().contains("upload"), at + "sources: what is handed in later is uploaded (upload)");
        problems.unless(
                material.commitment() == null, at + "commitment: promised instead or handed in later, not both");
    }
}
