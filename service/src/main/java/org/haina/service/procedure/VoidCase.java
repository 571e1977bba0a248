package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.closing.Voidings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 作废: only the head, only before the decision, and the applicant is told why. */
@Component
@Order(6)
class VoidCase implements CaseAct {

    private final Cases cases;
    private final Voidings voidings;

    VoidCase(Cases cases, Voidings voidings) {
        this.cases = cases;
        this.voidings = voidings;
    }

    @Override
    public String key() {
        return "voiding";
    }

    @Override
    public String label() {
        return "作废办件";
    }

    @Override
    public String explain() {
        return "只用于重复提交、误提交等不应当继续办理的办件，不能代替不予受理或者不予的决定。作废后办理终止，不能恢复；告知书随即编号制发，申请人可以重新申请。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.HEAD)
                && CaseMove.VOID.isAllowedFrom(situation.file().status());
    }

    @Override
    public boolean isDrastic() {
        return true;
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "作废的原因", "写明事实，例如与哪一件重复。写入告知书，申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.VOID, input.get("reason"), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        voidings.voidCase(file.number(), official, input.get("reason"));
    }
}
