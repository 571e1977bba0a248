package org.haina.service.doctor;

import org.haina.processes.ItemLimits;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.springframework.stereotype.Component;

/** The statute whose clocks an item names is known as data. */
@Component
class DeadlineInspection implements ItemInspection {

    private final CaseClocks clocks;

    DeadlineInspection(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        String policy = item.definition().clockPolicy();
        report.unless(
                clocks.hasPolicy(policy),
                item.path("processes", "item.yaml"),
                "clockPolicy",
                "there is no clock policy " + policy);
        longer(item, policy, report);
        report.unless(
                !item.definition().takesCommitments()
                        || !clocks.hasPolicy(policy)
                        || clocks.hasClock(policy, ClockName.LATER_CHECK),
                item.path("processes", "item.yaml"),
                "limits.laterCheck",
                "the clock policy " + policy + " counts no later check");
        report.unless(
                !item.definition().takesDeferrals()
                        || !clocks.hasPolicy(policy)
                        || clocks.hasClock(policy, ClockName.DEFERRAL),
                item.path("processes", "item.yaml"),
                "limits.deferral",
                "the clock policy " + policy + " does not count how long papers may follow later");
        report.unless(
                item.definition().approval() == null
                        || !clocks.hasPolicy(policy)
                        || clocks.hasClock(policy, ClockName.RECTIFICATION),
                item.path("processes", "item.yaml"),
                "limits.rectification",
                "the clock policy " + policy + " counts no time to put things right");
    }

    /** Nobody gives himself more time than the law does; limits in other units are not compared. */
    private void longer(ItemFolder item, String policy, Report report) {
        ItemLimits.DecisionLimit stated = item.definition().limits().decision();
        clocks.longest(policy, ClockName.DECISION, stated.unit().name())
                .filter(law -> law < stated.statutory())
                .ifPresent(law -> report.add(
                        item.path("processes", "item.yaml"),
                        "limits.decision.statutory",
                        stated.statutory() + " is more than the " + law + " of the clock policy " + policy));
    }
}
