package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.pages.ChineseWords;
import org.haina.service.worklist.LastClicks;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 更正结论: what an official found or was asked for is corrected while nobody has begun to build upon it. */
@Component
@Order(1)
class AmendConclusion implements CaseAct {

    private static final String KIND = "CONCLUSION_AMENDED";
    private static final String OUTCOME = "outcome";
    private static final String OPINION = "opinion";

    private final Cases cases;
    private final WorkItems items;
    private final LastClicks clicks;
    private final ChineseWords zh;

    AmendConclusion(Cases cases, WorkItems items, LastClicks clicks, ChineseWords zh) {
        this.cases = cases;
        this.items = items;
        this.clicks = clicks;
        this.zh = zh;
    }

    @Override
    public String key() {
        return "amend";
    }

    @Override
    public String label() {
        return "更正刚才的结论";
    }

    @Override
    public String explain() {
        return "审核任务还没有人签收以前，可以更正自己的核查结论或者回复意见，以更正后的为准；原来的内容保留在办件里。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return situation.file().closedAt().isEmpty()
                && clicks.amendable(situation.work(), official).isPresent();
    }

    /** A department that was asked corrects its own opinion. */
    @Override
    public boolean isOfActingOrgan() {
        return false;
    }

    @Override
    public Optional<Subject> subject(CaseFile file, Official official) {
        return last(file, official).map(done -> Subject.of(done, zh));
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        Map<String, String> outcomes =
                last(file, official).map(clicks::outcomes).orElse(Map.of());
        return List.of(
                Field.choice(
                        OUTCOME,
                        "更正后的结论",
                        outcomes.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> new Field.Option(one.getKey(), one.getValue()))
                                .toList()),
                Field.text(OPINION, "更正后的意见", "写明方式、结果和理由；会出现在审核人员的页面上。").unlessNeeded());
    }

    /** The second click of two finds nothing to change. */
    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return last(file, official)
                .filter(done -> input.about().startsWith(done.id() + "."))
                .filter(done -> clicks.says(done, input.get(OUTCOME), input.get(OPINION)))
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        items.hold(file.number());
        WorkItem done = last(file, official).orElseThrow(() -> Problem.conflict("审核任务刚刚已被签收，结论不能再更正。"));
        try {
            clicks.amend(done, input.get(OUTCOME), input.get(OPINION), official);
        } catch (TaskRefusedException refused) {
            throw Problem.invalid(String.join("；", refused.byField().values()), Map.of());
        }
        cases.note(file.number(), KIND, "更正“" + done.name() + "”的结论", Actor.of(official));
    }

    private Optional<WorkItem> last(CaseFile file, Official official) {
        return clicks.amendable(items.ofCase(file.number()), official);
    }
}
