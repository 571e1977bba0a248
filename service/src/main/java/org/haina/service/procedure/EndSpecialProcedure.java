package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The special procedure is over: the clock goes on, the case is reviewed. */
@Component
@Order(4)
class EndSpecialProcedure implements CaseAct {

    private final Cases cases;

    EndSpecialProcedure(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String key() {
        return "special-procedure-end";
    }

    @Override
    public String label() {
        return "结束特别程序";
    }

    @Override
    public String explain() {
        return "办理期限自次日起接着计算，办件回到审核。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return CaseActs.handles(official)
                && CaseMove.END_SPECIAL_PROCEDURE.isAllowedFrom(situation.file().status());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("result", "特别程序的结果", "写明结论。申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.END_SPECIAL_PROCEDURE, input.get("result"), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        cases.move(file.number(), CaseMove.END_SPECIAL_PROCEDURE, Actor.of(official), input.get("result"));
    }
}
