package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.terminations.Terminations;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 收回提出的注销: the other three acts have told the holder by letter, this one nobody. */
@Component
@Order(25)
class TakeBackProposal implements CaseAct {

    private static final String DECISION = "Task_DecideCancellation";

    private final Terminations terminations;
    private final WorkItems items;
    private final ChineseWords zh;

    TakeBackProposal(Terminations terminations, WorkItems items, ChineseWords zh) {
        this.terminations = terminations;
        this.items = items;
        this.zh = zh;
    }

    @Override
    public String key() {
        return "take-back-proposal";
    }

    @Override
    public String label() {
        return "收回提出的注销";
    }

    @Override
    public String explain() {
        return "还没有人签收决定任务以前，可以收回自己提出的注销，许可照常有效。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return isOpen(situation.file().number(), official);
    }

    private boolean isOpen(CaseNumber number, Official official) {
        return terminations.takeable(number, official).isPresent()
                && items.ofCase(number).stream()
                        .filter(WorkItem::isOpen)
                        .anyMatch(item -> item.taskKey().equals(DECISION)
                                && item.claimedBy().isEmpty());
    }

    @Override
    public Optional<Subject> subject(CaseFile file, Official official) {
        return terminations
                .takeable(file.number(), official)
                .map(open -> new Subject(
                        open.id().toString(),
                        "%s提出的%s"
                                .formatted(
                                        zh.moment(open.proposedAt()), open.act().label())));
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "收回的理由", "写明为什么不提出了。当事人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return terminations.of(file.number()).stream()
                .filter(proposed -> proposed.id().toString().equals(input.about()))
                .flatMap(proposed -> proposed.reasons().stream())
                .anyMatch(input.get("reason")::equals);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        items.hold(file.number());
        if (!isOpen(file.number(), official)) {
            throw Problem.conflict("决定任务刚刚已被签收，不能再收回。");
        }
        terminations.takeBack(file.number(), input.get("reason"), official);
    }
}
