package org.haina.service.procedure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.credit.CreditStandings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 核实信用信息: a person looks where the register was silent, or at an entry that is disputed or repaired. */
@Component
@Order(8)
class CheckCredit implements CaseAct {

    private static final String TRUSTED = "trusted";

    /**
     * Also while the applicant answers a notice, who may promise again once the entry is repaired, and after an acceptance, for
     * nothing is granted upon a promise that nobody relies on. A special procedure stops the clock of the decision and nothing
     * else (licence law 45): what has to be known by then may be found out meanwhile.
     */
    private static final Set<CaseStatus> UNDECIDED = EnumSet.of(
            CaseStatus.RECEIVED,
            CaseStatus.AWAITING_CORRECTION,
            CaseStatus.ACCEPTED,
            CaseStatus.REVIEWING,
            CaseStatus.SPECIAL_PROCEDURE,
            CaseStatus.DECIDING);

    private final CreditStandings standings;

    CheckCredit(CreditStandings standings) {
        this.standings = standings;
    }

    @Override
    public String key() {
        return "credit-check";
    }

    @Override
    public String label() {
        return "核实信用信息";
    }

    @Override
    public String explain() {
        return "申请人作出承诺或者选择稍后补交的，先看他的公共信用信息。可以适用承诺的，才能凭承诺受理或者准予；不能适用的，告知提交材料，申请继续办理。" + "结果和核实的方式写在办理过程里，申请人看得到。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.CLERK)
                && UNDECIDED.contains(situation.file().status())
                && standings.asksAPerson(situation.file().number());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        "outcome",
                        "核实的结果",
                        List.of(
                                new Field.Option(TRUSTED, "可以适用承诺：没有失信信息，或者已经修复、异议成立"),
                                new Field.Option("untrusted", "不能适用承诺：有失信信息"))),
                Field.text("how", "核实的方式", "写明看了什么、问了谁，例如信用报告、修复证明、异议处理结果。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return standings.isRecorded(file.number(), trusted(input), input.get("how"), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        standings.record(file.number(), trusted(input), input.get("how"), official);
    }

    private static boolean trusted(ActInput input) {
        return input.get("outcome").equals(TRUSTED);
    }
}
