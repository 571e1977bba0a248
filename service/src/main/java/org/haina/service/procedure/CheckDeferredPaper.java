package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.edge.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 核对补交材料: who handles the case finds what was promised for later in order, or asks for it again in the same time. */
@Component
@Order(2)
class CheckDeferredPaper implements CaseAct {

    private static final String SETTLED = "SETTLED";
    private static final String REJECTED = "REJECTED";

    private final DeferredPapers papers;

    CheckDeferredPaper(DeferredPapers papers) {
        this.papers = papers;
    }

    @Override
    public String key() {
        return "deferred-paper";
    }

    @Override
    public String label() {
        return "核对补交材料";
    }

    @Override
    public String explain() {
        return "容缺受理的材料已经补交。符合要求的，补齐以后才能作出准予的决定；不符合要求的，写明原因，申请人可以在原来的期限内重新补交，期限不延长。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return (official.has(Role.CLERK) || official.has(Role.REVIEWER))
                && DeferredPapers.isOpen(situation.file())
                && papers.of(situation.file()).stream().anyMatch(DeferredPaper::isWaiting);
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        List<Field.Option> waiting = papers.of(file).stream()
                .filter(DeferredPaper::isWaiting)
                .map(paper -> new Field.Option(paper.material(), papers.title(file, paper)))
                .toList();
        return List.of(
                Field.choice("material", "补交的材料", waiting),
                Field.choice(
                        "outcome",
                        "核对结果",
                        List.of(new Field.Option(SETTLED, "符合要求"), new Field.Option(REJECTED, "不符合要求，请申请人重新补交"))),
                Field.text("opinion", "不符合要求的原因", "不符合要求时必须写明原因和怎样改，申请人会看到。").unlessNeeded());
    }

    /** Sent twice, it is done once: what was in order is settled, what was not waits no more. */
    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return papers.of(file).stream()
                .filter(paper -> paper.material().equals(input.get("material")))
                .anyMatch(paper -> input.get("outcome").equals(SETTLED)
                        ? paper.settledAt().isPresent()
                        : paper.isOwed()
                                && paper.rejected()
                                        .filter(input.get("opinion")::equals)
                                        .isPresent());
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        if (input.get("outcome").equals(SETTLED)) {
            papers.settle(file.number(), input.get("material"), official);
        } else if (input.get("opinion").isBlank()) {
            throw Problem.invalid("请写明不符合要求的原因", Map.of());
        } else {
            papers.reject(file.number(), input.get("material"), input.get("opinion"), official);
        }
    }
}
