package org.haina.service.procedure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.commitments.Commitments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 信用修复: only the head, only where a promise stands broken; the person may promise again, the annulment stays. */
@Component
@Order(7)
class RestoreCredit implements CaseAct {

    /** What was annulled may have been struck off since. */
    private static final Set<CaseStatus> ENDED = EnumSet.of(CaseStatus.ANNULLED, CaseStatus.CANCELLED);

    private final Commitments commitments;

    RestoreCredit(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public String key() {
        return "credit";
    }

    @Override
    public String label() {
        return "信用修复";
    }

    @Override
    public String explain() {
        return "当事人已经纠正不实承诺的，可以修复信用：以后申请时可以重新作出书面承诺。撤销决定不变，被撤销的证书不恢复。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.HEAD)
                && ENDED.contains(situation.file().status())
                && commitments.standBroken(situation.file().number());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "修复的理由", "写明当事人怎样纠正，例如交回证书、补交证明。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return ENDED.contains(file.status()) && !commitments.standBroken(file.number());
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        commitments.restore(file.number(), input.get("reason"), official);
    }
}
