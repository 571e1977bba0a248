package org.haina.service.terminations;

import java.util.Arrays;
import java.util.List;

/** Legal grounds, each of one act, in the words of the law. */
public enum Ground {
    LAW_CHANGED(TerminationAct.WITHDRAWAL, Law.LICENCE_8_2, "行政许可所依据的法律、法规、规章修改或者废止"),
    FACTS_CHANGED(TerminationAct.WITHDRAWAL, Law.LICENCE_8_2, "准予行政许可所依据的客观情况发生重大变化"),
    ABUSE(TerminationAct.ANNULMENT, Law.LICENCE_69_1 + "第一项", "行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定"),
    BEYOND_POWER(TerminationAct.ANNULMENT, Law.LICENCE_69_1 + "第二项", "超越法定职权作出准予行政许可决定"),
    PROCEDURE_BROKEN(TerminationAct.ANNULMENT, Law.LICENCE_69_1 + "第三项", "违反法定程序作出准予行政许可决定"),
    NOT_QUALIFIED(TerminationAct.ANNULMENT, Law.LICENCE_69_1 + "第四项", "对不具备申请资格或者不符合法定条件的申请人准予行政许可"),
    OTHER_BY_LAW(TerminationAct.ANNULMENT, Law.LICENCE_69_1 + "第五项", "依法可以撤销行政许可的其他情形"),
    DECEIT(TerminationAct.ANNULMENT, "《中华人民共和国行政许可法》第六十九条第二款", "被许可人以欺骗、贿赂等不正当手段取得行政许可"),
    PENALTY(TerminationAct.REVOCATION, "《中华人民共和国行政处罚法》第九条", "行政处罚决定吊销许可证件"),
    EXPIRED(TerminationAct.CANCELLATION, Law.LICENCE_70 + "第一项", "行政许可有效期届满未延续"),
    DEATH_OR_INCAPACITY(TerminationAct.CANCELLATION, Law.LICENCE_70 + "第二项", "赋予公民特定资格的行政许可，该公民死亡或者丧失行为能力"),
    DISSOLVED(TerminationAct.CANCELLATION, Law.LICENCE_70 + "第三项", "法人或者其他组织依法终止"),
    TAKEN_BACK(TerminationAct.CANCELLATION, Law.LICENCE_70 + "第四项", "行政许可依法被撤销、撤回，或者行政许可证件依法被吊销"),
    FORCE_MAJEURE(TerminationAct.CANCELLATION, Law.LICENCE_70 + "第五项", "因不可抗力导致行政许可事项无法实施"),
    /** The holder wants it no longer; only he brings it forward. */
    ASKED_BY_HOLDER(TerminationAct.CANCELLATION, Law.LICENCE_70, "被许可人申请注销");

    private final TerminationAct act;
    private final String law;
    private final String label;

    Ground(TerminationAct act, String law, String label) {
        this.act = act;
        this.law = law;
        this.label = label;
    }

    /** What the law says. */
    public String label() {
        return label;
    }

    /** Law and article, as a letter cites them. */
    public String law() {
        return law;
    }

    TerminationAct act() {
        return act;
    }

    static List<Ground> of(TerminationAct act) {
        return Arrays.stream(values()).filter(ground -> ground.act == act).toList();
    }

    private static final class Law {
        static final String LICENCE_8_2 = "《中华人民共和国行政许可法》第八条第二款";
        static final String LICENCE_69_1 = "《中华人民共和国行政许可法》第六十九条第一款";
        static final String LICENCE_70 = "《中华人民共和国行政许可法》第七十条";
    }
}
