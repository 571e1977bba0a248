package org.haina.processes;

import org.haina.processes.ItemDefinition.Check;
import org.haina.processes.ItemDefinition.When;

/** When a register may be asked at all. */
final class CheckRules {

    private CheckRules() {}

    static void check(ItemDefinition item, Problems problems) {
        for (int i = 0; i < item.checks().size(); i++) {
            condition(item.checks().get(i), "checks[" + i + "].", problems);
        }
    }

    private static void condition(Check check, String at, Problems problems) {
        When when = check.when();
        if (when != null) {
            problems.unless(
                    when.answers().isEmpty() != when.beginnings().isEmpty(),
                    at + "when: either the answers (in) or their beginnings (startsWith)");
        }
    }
}
