package org.haina.processes;

import java.util.Set;
import org.haina.processes.ItemDefinition.Check;
import org.haina.processes.ItemDefinition.Mode;

/** When a register may be asked at all; credit information least of all. */
final class CheckRules {

    private static final String CREDIT = "credit";

    /**
     * Clock policies of statutes that say exhaustively what bars an applicant: 教师法 14 and 教师资格条例 18 to 20 name no entry of
     * lost trust, so that none is looked for, promise or not.
     */
    private static final Set<String> WITHOUT_CREDIT = Set.of("teacher-regulation");

    private CheckRules() {}

    static void check(ItemDefinition item, Problems problems) {
        for (int i = 0; i < item.checks().size(); i++) {
            Check check = item.checks().get(i);
            String at = "checks[" + i + "].";
            condition(check, at, problems);
            promise(item, check, at, problems);
            credit(item, check, at, problems);
        }
    }

    private static void condition(Check check, String at, Problems problems) {
        AnswerCondition when = check.when();
        if (when != null) {
            problems.unless(
                    when.answers().isEmpty() != when.beginnings().isEmpty(),
                    at + "when: either the answers (in) or their beginnings (startsWith)");
        }
    }

    private static void promise(ItemDefinition item, Check check, String at, Problems problems) {
        if (check.isUponPromise()) {
            problems.unless(
                    item.takesCommitments() || item.takesDeferrals(),
                    at + "upon: promise, but nothing may be promised and no paper handed in later");
            problems.unless(item.mode() != Mode.INSTANT, at + "upon: promise, but an instant item waits for nobody");
            problems.unless(
                    check.comparisons().isEmpty(), at + "compare: an answer upon a promise bears on nothing declared");
        }
    }

    /** Credit gates promises and papers that follow, nothing else. */
    private static void credit(ItemDefinition item, Check check, String at, Problems problems) {
        if (check.register().equals(CREDIT)) {
            problems.unless(
                    check.isUponPromise(), at + "upon: promise, for nothing else credit information may be asked");
            problems.unless(
                    !WITHOUT_CREDIT.contains(item.clockPolicy()),
                    at + "register: credit information is never asked under " + item.clockPolicy());
        }
    }
}
