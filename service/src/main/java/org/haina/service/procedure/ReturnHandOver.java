package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.closing.HandOvers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The office a case was offered to is not competent either. */
@Component
@Order(9)
class ReturnHandOver implements CaseAct {

    private final Cases cases;
    private final HandOvers handOvers;

    ReturnHandOver(Cases cases, HandOvers handOvers) {
        this.cases = cases;
        this.handOvers = handOvers;
    }

    @Override
    public String key() {
        return "hand-over-return";
    }

    @Override
    public String label() {
        return "退回转报";
    }

    @Override
    public String explain() {
        return "不属于本机关办理的，退回转来的机关处理。退回以后，本机关不再看到这个办件。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.CLERK)
                && CaseMove.RETURN_HAND_OVER.isAllowedFrom(situation.file().status());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "退回的理由", "写明为什么不由本机关办理。申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.RETURN_HAND_OVER, input.get("reason"), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        handOvers.giveBack(file.number(), official, input.get("reason"));
    }
}
