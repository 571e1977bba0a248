package org.haina.service.credit;

import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.Finding;
import org.haina.processes.ItemDefinition.Check;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseReceived;
import org.haina.service.cases.Cases;
import org.haina.service.intake.CorrectionAnswered;
import org.haina.service.intake.PapersInstead;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundAnswered;
import org.haina.service.outbound.OutboundGivenUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks when a promise comes in, and tells the applicant at once what was found against it and what he may do. */
@Component
class CreditLooks {

    private static final String REFERENCE = "check:credit/";

    /** What an entry means and what it does not; objection as 上海市社会信用条例 gives it. */
    private static final String RIGHTS = "有失信信息的，不能以书面承诺代替证明、稍后补交或者直接决定；这次申请不受影响，按要求提交材料的，与其他申请一样办理。"
            + "认为信息有误的，可以向市公共信用信息服务机构提出异议，收到异议后一个工作日内标注、五个工作日内答复（《上海市社会信用条例》），"
            + "也可以把异议或者修复的情况告诉受理窗口，由工作人员核实。";

    private final CreditStandings standings;
    private final PapersInstead papers;
    private final Cases cases;

    CreditLooks(CreditStandings standings, PapersInstead papers, Cases cases) {
        this.standings = standings;
        this.papers = papers;
        this.cases = cases;
    }

    @EventListener
    void on(CaseReceived received) {
        if (received.item().definition().checks().stream().anyMatch(Check::isUponPromise)) {
            standings.ask(received.number());
        }
    }

    /** Who promises only now is looked up now; who was looked up already is not looked up again. */
    @EventListener
    void on(CorrectionAnswered answered) {
        standings.ask(answered.number());
    }

    @EventListener
    void on(OutboundAnswered answered) {
        if (!bears(answered.reference(), answered.caseNumber())) {
            return;
        }
        if (Answer.ofJson(answered.answer()).finding() == Finding.ENTRY_FOUND) {
            cases.note(answered.caseNumber(), "CREDIT_ENTRY", "公共信用信息平台有申请人的失信信息", RIGHTS, Actor.SYSTEM);
        }
        settle(answered.caseNumber());
    }

    @EventListener
    void on(CreditLookedAt looked) {
        settle(looked.number());
    }

    /** What is known now of a case accepted meanwhile; before the acceptance the clerk asks. */
    private void settle(CaseNumber number) {
        if (standings.mayBeReliedOn(number)) {
            papers.drop(number);
        } else {
            papers.ask(number);
        }
    }

    @EventListener
    void on(OutboundGivenUp givenUp) {
        if (bears(givenUp.reference(), givenUp.caseNumber())) {
            cases.note(givenUp.caseNumber(), "CREDIT_SILENT", "公共信用信息平台没有答复，由工作人员核实", "", Actor.SYSTEM);
        }
    }

    /** True if it is about a promise that still stands. */
    private boolean bears(String reference, CaseNumber number) {
        return reference.startsWith(REFERENCE) && !standings.shown(number).isEmpty();
    }
}
