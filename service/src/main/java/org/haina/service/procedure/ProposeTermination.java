package org.haina.service.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.terminations.Ground;
import org.haina.service.terminations.TerminationAct;
import org.haina.service.terminations.Terminations;

/** 提出撤回、撤销、吊销、注销: the reviewer of the organ that granted, with facts and law; somebody else decides. */
final class ProposeTermination implements CaseAct {

    private static final String GROUND = "ground";
    private static final String PENALTY = "penalty";
    private static final String FACTS = "facts";

    private final TerminationAct act;
    private final String explanation;
    private final Terminations terminations;

    ProposeTermination(TerminationAct act, String explanation, Terminations terminations) {
        this.act = act;
        this.explanation = explanation;
        this.terminations = terminations;
    }

    @Override
    public String key() {
        return act.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return "提出" + act.label();
    }

    @Override
    public String explain() {
        return explanation
                + (act.hears() ? "提出以后，告知书随即编号制发，当事人在期限内陈述申辩；期限届满以前证书继续有效。" : "不再听取陈述申辩。")
                + "由提出人以外的决定人员决定。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.REVIEWER)
                && !terminations.grounds(situation.file(), act).isEmpty();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.choice(
                GROUND,
                "法律依据",
                offered(file).stream()
                        .map(ground -> new Field.Option(ground.name(), ground.label() + "（" + ground.law() + "）"))
                        .toList()));
        if (act == TerminationAct.REVOCATION) {
            fields.add(Field.line(PENALTY, "行政处罚决定书文号", "处罚按处罚程序另行作出，这里只写已经生效的决定书的文号。"));
        }
        fields.add(Field.text(FACTS, "查明的事实", act.hears() ? "写明事实和证据。写入告知书和决定书，当事人会看到。" : "写明事实和证据。写入决定书，当事人会看到。"));
        return fields;
    }

    /** What is possible now; after the first click nothing is, and the page still shows what was chosen. */
    private List<Ground> offered(CaseFile file) {
        List<Ground> possible = terminations.grounds(file, act);
        return possible.isEmpty() ? act.grounds() : possible;
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return terminations
                .open(file.number())
                .filter(open -> open.act() == act
                        && open.proposedBy().equals(official.account())
                        && open.ground().name().equals(input.get(GROUND))
                        && open.facts().equals(input.get(FACTS)))
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        terminations.propose(
                file, act, Ground.valueOf(input.get(GROUND)), input.get(PENALTY), input.get(FACTS), official);
    }
}
