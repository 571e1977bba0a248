package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.clock.ClockOptions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 提请延长: who handles the case asks the head, with the reason the applicant will read. */
@Component
@Order(1)
class ProposeExtension implements CaseAct {

    private final Extensions extensions;
    private final ClockOptions options;
    private final ExtensionProposals proposals;

    ProposeExtension(Extensions extensions, ExtensionProposals proposals, ClockOptions options) {
        this.extensions = extensions;
        this.options = options;
        this.proposals = proposals;
    }

    @Override
    public String key() {
        return "extension";
    }

    @Override
    public String label() {
        return "提请延长办理期限";
    }

    @Override
    public String explain() {
        return "在法定期限内不能作出决定的，提请负责人批准延长一次。批准以前期限照常计算。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return CaseActs.handles(official)
                && extensions.isPossible(situation)
                && situation.openProposal().isEmpty();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(Field.text(
                "reason",
                "延长的理由",
                options.extensionBasis(file.number()).map(basis -> basis + "。").orElse("")
                        + "写明为什么不能按期决定。批准后写入告知书，申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return proposals
                .open(file.number())
                .filter(open -> open.proposedBy().equals(official.account())
                        && open.reason().equals(input.get("reason")))
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        proposals.insert(file.number(), input.get("reason"), official);
        extensions.record("propose", file.number(), official.account());
    }
}
