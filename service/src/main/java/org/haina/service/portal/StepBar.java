package org.haina.service.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** The steps of the item's shape, each with its date. */
final class StepBar {

    private static final Set<String> EXAMINED_AGAIN = Set.of("REPORT", "TAKE_BACK");
    private static final List<Map.Entry<String, Set<String>>> WAY = List.of(
            Map.entry("申请", Set.of("RECEIVE")),
            Map.entry("受理", Set.of("ACCEPT", "ACCEPT_INSTANTLY", "DEEM_ACCEPTED", "DEEM_RENEWED")),
            Map.entry("审核", Set.of("PROPOSE", "GRANT_INSTANTLY", "DEEM_RENEWED")),
            Map.entry("决定", Set.of("GRANT", "GRANT_INSTANTLY", "DEEM_RENEWED", "REFUSE")),
            Map.entry("送达", Set.of("DELIVER_GRANT", "DELIVER_REFUSAL")));

    /** Form only: whoever looks at the papers files them. */
    private static final List<Map.Entry<String, Set<String>>> FILING = List.of(
            Map.entry("提交", Set.of("RECEIVE")),
            Map.entry("受理", Set.of("ACCEPT", "DEEM_ACCEPTED")),
            Map.entry("备案", Set.of("FILE", "NOT_FILE")));

    private static final List<Map.Entry<String, Set<String>>> QUESTION =
            List.of(Map.entry("提问", Set.of("RECEIVE")), Map.entry("答复", Set.of("ANSWER", "PASS_ON")));

    private static final List<Map.Entry<String, Set<String>>> COMPLAINT =
            List.of(Map.entry("投诉", Set.of("RECEIVE")), Map.entry("答复", Set.of("ANSWER", "PASS_ON")));

    private StepBar() {}

    /**
     * @param state {@code done}, {@code now}, {@code ended} or {@code later}
     * @param words the same for people who do not see colours
     */
    record Step(String title, String state, String words, @Nullable Instant at) {}

    static List<Step> of(OwnCase own, List<TimelineEntry> timeline) {
        CaseStatus status = own.file().status();
        Map<String, Instant> passed = passed(timeline);
        List<Step> steps = new ArrayList<>();
        boolean reached = false;
        for (var stage : way(own.item().definition())) {
            Optional<Instant> at = stage.getValue().stream()
                    .map(passed::get)
                    .filter(i -> i != null)
                    .findFirst();
            if (at.isPresent()) {
                steps.add(new Step(stage.getKey(), "done", "已完成", at.get()));
            } else if (!reached) {
                reached = true;
                steps.add(current(stage.getKey(), status));
            } else {
                steps.add(new Step(stage.getKey(), "later", status.isTerminal() ? "不再进行" : "未开始", null));
            }
        }
        return steps;
    }

    /** When each kind happened first; what is examined again, by the organ above or anew, is not passed yet. */
    private static Map<String, Instant> passed(List<TimelineEntry> timeline) {
        Map<String, Instant> passed = new HashMap<>();
        for (TimelineEntry entry : timeline) {
            passed.putIfAbsent(entry.kind(), entry.at());
            if (EXAMINED_AGAIN.contains(entry.kind())) {
                passed.remove("PROPOSE");
            }
        }
        return passed;
    }

    private static List<Map.Entry<String, Set<String>>> way(ItemDefinition item) {
        if (item.shape() == Shape.RECORD_FILING) {
            return FILING;
        }
        if (item.isComplaint()) {
            return COMPLAINT;
        }
        return item.isQuestion() ? QUESTION : WAY;
    }

    private static Step current(String title, CaseStatus status) {
        return status.isTerminal()
                ? new Step(title, "ended", "到此结束", null)
                : new Step(title, "now", status == CaseStatus.AWAITING_CORRECTION ? "等您补正" : "进行中", null);
    }
}
