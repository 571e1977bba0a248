package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.decisions.Opinions;
import org.haina.service.edge.Problem;
import org.haina.service.pages.ChineseWords;
import org.haina.service.workflow.Workflow;
import org.haina.service.worklist.LastClicks;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 收回: the reviewer's own last click is undone while nothing followed: nobody has claimed the decision. What went out to
 * the applicant, such as an acceptance, cannot be undone like this.
 */
@Component
@Order(1)
class TakeBackOpinion implements CaseAct {

    private static final String REVIEW = "review";
    private static final String REVIEW_TASK = "Task_ReviewApplication";

    private final Cases cases;
    private final WorkItems items;
    private final Workflow workflow;
    private final Opinions opinions;
    private final LastClicks clicks;
    private final ChineseWords zh;

    TakeBackOpinion(
            Cases cases, WorkItems items, Workflow workflow, Opinions opinions, LastClicks clicks, ChineseWords zh) {
        this.cases = cases;
        this.items = items;
        this.workflow = workflow;
        this.opinions = opinions;
        this.clicks = clicks;
        this.zh = zh;
    }

    @Override
    public String key() {
        return "take-back";
    }

    @Override
    public String label() {
        return "收回审核意见";
    }

    @Override
    public String explain() {
        return "还没有人签收决定任务以前，可以收回自己刚提出的审核意见，重新审核。原意见保留在办件里，办理期限照常计算。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return last(situation.file(), official).isPresent();
    }

    private Optional<WorkItem> last(CaseFile file, Official official) {
        return official.has(Role.REVIEWER)
                        && CaseMove.TAKE_BACK.isAllowedFrom(file.status())
                        && file.processInstance()
                                .flatMap(workflow::phaseBefore)
                                .filter(REVIEW::equals)
                                .isPresent()
                ? items.untouchedSince(file.number(), REVIEW_TASK, official)
                : Optional.empty();
    }

    @Override
    public Optional<Subject> subject(CaseFile file, Official official) {
        return last(file, official).map(done -> Subject.of(done, zh));
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "收回的理由", "写明哪里需要重新审核。申请人会看到。"));
    }

    /** The second click of two; an opinion given anew since then is another click. */
    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return Subject.wasTakenBack(
                input, items.ofCase(file.number()), cases.timeline(file.number()), CaseMove.TAKE_BACK.name(), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        items.hold(file.number());
        WorkItem done = last(file, official).orElseThrow(() -> Problem.conflict("决定任务刚刚已被签收，审核意见不能再收回。"));
        clicks.putAside(done);
        cases.takeBackLine(file.number(), CaseMove.PROPOSE.name());
        cases.move(file.number(), CaseMove.TAKE_BACK, Actor.of(official), input.get("reason"));
        opinions.takeBackReview(file.number(), official);
        workflow.goBack(file.processInstance().orElseThrow());
    }
}
