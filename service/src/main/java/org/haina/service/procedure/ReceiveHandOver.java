package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.closing.HandOvers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The office a case was offered to takes it. */
@Component
@Order(8)
class ReceiveHandOver implements CaseAct {

    private final Cases cases;
    private final HandOvers handOvers;
    private final Continuations continuations;

    ReceiveHandOver(Cases cases, HandOvers handOvers, Continuations continuations) {
        this.cases = cases;
        this.handOvers = handOvers;
        this.continuations = continuations;
    }

    @Override
    public String key() {
        return "hand-over-receipt";
    }

    @Override
    public String label() {
        return "确认接收转报";
    }

    @Override
    public String explain() {
        return "确认以后由本机关接着办理：转报的办件办结，转报告知书随即编号制发；申请内容和材料原样转为本机关今天收到的新办件，进入受理审查，申请人不用重新提交。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.CLERK)
                && CaseMove.ACKNOWLEDGE_HAND_OVER.isAllowedFrom(situation.file().status());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("note", "怎样接着办", "写明经办科室、联系电话和下一步。申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.ACKNOWLEDGE_HAND_OVER, input.get("note"), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        handOvers.acknowledge(file.number(), continuations.open(file, official), official, input.get("note"));
    }
}
