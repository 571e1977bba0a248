package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.pages.ChineseWords;
import org.haina.service.worklist.LastClicks;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 收回: an official's own last click within one procedure is undone while nobody has taken up the next task. */
@Component
@Order(1)
class TakeBackTask implements CaseAct {

    private static final String KIND = "TASK_TAKEN_BACK";

    private final Cases cases;
    private final WorkItems items;
    private final LastClicks clicks;
    private final ChineseWords zh;

    TakeBackTask(Cases cases, WorkItems items, LastClicks clicks, ChineseWords zh) {
        this.cases = cases;
        this.items = items;
        this.clicks = clicks;
        this.zh = zh;
    }

    @Override
    public String key() {
        return "take-back-task";
    }

    @Override
    public String label() {
        return "收回刚才的办理";
    }

    @Override
    public String explain() {
        return "下一步的任务还没有人签收以前，可以收回自己刚才的办理，重新办理。写下的内容保留在日志里，办理期限照常计算。文书已经发出的，不能这样收回。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return clicks.undoable(situation.work(), official).isPresent();
    }

    /** A department that is asked takes its own click back as well. */
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
        return List.of(Field.text("reason", "收回的理由", "写明哪里需要重新办理。申请人会看到。"));
    }

    /** The second click of two; what was worked on anew since then is another click. */
    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return Subject.wasTakenBack(input, items.ofCase(file.number()), cases.timeline(file.number()), KIND, official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        items.hold(file.number());
        WorkItem done = last(file, official).orElseThrow(() -> Problem.conflict("下一步的任务刚刚已被签收，不能再收回。"));
        clicks.takeBack(done, official);
        cases.note(file.number(), KIND, "收回“" + done.name() + "”，重新办理", input.get("reason"), Actor.of(official));
    }

    private Optional<WorkItem> last(CaseFile file, Official official) {
        return clicks.undoable(items.ofCase(file.number()), official);
    }
}
