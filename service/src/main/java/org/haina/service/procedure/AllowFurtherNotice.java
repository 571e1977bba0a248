package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.intake.Corrections;
import org.haina.service.intake.NoticeExceptions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 准许补充告知: only the head, only after a notice was answered, and it counts against the organ. */
@Component
@Order(5)
class AllowFurtherNotice implements CaseAct {

    private final Corrections corrections;
    private final NoticeExceptions exceptions;

    AllowFurtherNotice(Corrections corrections, NoticeExceptions exceptions) {
        this.corrections = corrections;
        this.exceptions = exceptions;
    }

    @Override
    public String key() {
        return "further-notice";
    }

    @Override
    public String label() {
        return "准许补充告知";
    }

    @Override
    public String explain() {
        return "补正应当一次告知全部内容。第一次告知时遗漏、又确实必需的内容，准许后受理人员可以再告知一次；本次计为漏告知，计入本机关的统计，申请人看得到理由。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        CaseFile file = situation.file();
        return official.has(Role.HEAD)
                && file.status() == CaseStatus.RECEIVED
                && !corrections.of(file.number()).isEmpty()
                && !exceptions.isOpen(file.number());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text("reason", "准许的理由", "写明遗漏了什么、为什么必需。申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return exceptions.isOpen(file.number());
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        exceptions.allow(file, input.get("reason"), official);
    }
}
