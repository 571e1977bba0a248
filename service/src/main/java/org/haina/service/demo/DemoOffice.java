package org.haina.service.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.District;
import org.haina.service.procedure.CaseActs;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;

/** The officials of the demo realm at work: each takes an open task and completes it, or acts beside the tasks. */
@DemoOnly
class DemoOffice {

    private static final Map<String, String> DESKS = Map.of("310000", "city", "310101", "huangpu", "310104", "xuhui");
    private static final Map<String, String> SUFFIXES = Map.of("city", "市", "huangpu", "甲", "xuhui", "乙");
    private static final Map<Role, String> NAMES = Map.of(
            Role.CLERK,
            "受理示例",
            Role.REVIEWER,
            "审核示例",
            Role.DECIDER,
            "审批示例",
            Role.HEAD,
            "负责示例",
            Role.SUPERVISOR,
            "监督示例");

    /** Where the cases go that the demo hands over. */
    private static final District OTHER = new District("310104");

    private final WorkItems items;
    private final CaseActs acts;
    private final Organs organs;

    DemoOffice(WorkItems items, CaseActs acts, Organs organs) {
        this.items = items;
        this.acts = acts;
        this.organs = organs;
    }

    /**
     * Completes the task of a case that this role has open.
     *
     * @return false if none is open that can end so
     */
    boolean complete(
            CaseFile file,
            Role role,
            String outcome,
            List<String> reasons,
            String opinion,
            List<TaskCommand.Mark> marks) {
        return complete(file, role, "", outcome, reasons, opinion, marks);
    }

    /** The second officer stands by what the first has put down; he is another person. */
    boolean confirm(CaseFile file) {
        return complete(file, Role.REVIEWER, "two", "confirmed", List.of(), "", List.of());
    }

    private boolean complete(
            CaseFile file,
            Role role,
            String colleague,
            String outcome,
            List<String> reasons,
            String opinion,
            List<TaskCommand.Mark> marks) {
        Optional<WorkItem> open = items.ofCase(file.number()).stream()
                .filter(item -> item.isOpen() && item.role() == role)
                .filter(item -> item.outcomes().contains(outcome)) // registers may have moved the case meanwhile
                .filter(item -> !waitsForRegister(item, outcome))
                .findFirst();
        open.ifPresent(item -> {
            Official official = official(role, colleague, item.district(), item.org());
            WorkItem mine = items.claim(item.id(), official);
            items.complete(new TaskCommand(mine, official, outcome, reasons, opinion, marks), mine.version());
        });
        return open.isPresent();
    }

    /** Nobody accepts upon a promise before credit information has answered. */
    private boolean waitsForRegister(WorkItem item, String outcome) {
        return outcome.equals("accept") && items.advice(item).barred().containsKey(outcome);
    }

    boolean handOver(CaseFile file, String reason) {
        return act(
                file, Role.CLERK, "hand-over", Map.of("organ", organs.get(OTHER).uscc(), "reason", reason));
    }

    boolean takeOver(CaseFile file, String note) {
        return act(file, Role.CLERK, "hand-over-receipt", Map.of("note", note));
    }

    boolean voidCase(CaseFile file, String reason) {
        return act(file, Role.HEAD, "voiding", Map.of("reason", reason));
    }

    /** @param act key of the act */
    boolean proposeEnd(CaseFile file, String act, Map<String, String> answers) {
        return act(file, Role.REVIEWER, act, answers);
    }

    boolean askThirdParty(CaseFile file, String reason) {
        return act(
                file,
                Role.REVIEWER,
                "special-procedure",
                Map.of("kind", "征求第三方意见", "duration", "十五个工作日", "reason", reason));
    }

    /** Beside the tasks, by an official of the organ whose turn it is. */
    private boolean act(CaseFile file, Role role, String act, Map<String, String> answers) {
        Organ organ = organs.byCode(file.acting()).orElseThrow();
        acts.perform(file.number(), act, answers, official(role, organ.district(), organ.uscc()));
        return true;
    }

    /** As the demo realm has them. */
    private static Official official(Role role, District district, String org) {
        return official(role, "", district, org);
    }

    /** @param colleague empty for the one with the account of the role */
    private static Official official(Role role, String colleague, District district, String org) {
        String desk = DESKS.getOrDefault(district.code(), "huangpu");
        String account = role.name().toLowerCase(java.util.Locale.ROOT) + "." + desk
                + (colleague.isEmpty() ? "" : "." + colleague);
        return new Official(account, NAMES.get(role) + SUFFIXES.get(desk), Set.of(role), org, district);
    }
}
