package org.haina.service.laterchecks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseHands;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.Moment;
import org.haina.service.commitments.Commitments;
import org.haina.service.keys.CaseNumber;
import org.haina.service.laterchecks.LaterCheck.Result;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens later checks and keeps what comes of them. */
@Service
public class LaterChecks {

    private static final String PHASE = "later-check";
    private static final String DOUBTED = "COMMITMENT_DOUBTED";
    private static final String UNMET = "COMMITMENT_UNMET";

    private final LaterCheckRows rows;
    private final Commitments commitments;
    private final Promises promises;
    private final Cases cases;
    private final CaseHands hands;
    private final CaseClocks clocks;
    private final Workflow workflow;
    private final Clock clock;

    LaterChecks(
            LaterCheckRows rows,
            Commitments commitments,
            Promises promises,
            Cases cases,
            CaseHands hands,
            CaseClocks clocks,
            Workflow workflow,
            Clock clock) {
        this.rows = rows;
        this.commitments = commitments;
        this.promises = promises;
        this.cases = cases;
        this.hands = hands;
        this.clocks = clocks;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Root process instance of a case's later check, if it has one. */
    public Optional<String> process(CaseNumber number) {
        return rows.of(number).map(LaterCheck::processInstance);
    }

    /** True while what was promised is still looked into, or waits for a decider. */
    public boolean isOpen(CaseNumber number) {
        return rows.of(number).filter(check -> check.result().isEmpty()).isPresent();
    }

    /** Opens it once, and only where something was promised; its clock starts before its task, which shows the date. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(CaseNumber number) {
        if (!promises.areMade(number) || rows.of(number).isPresent()) {
            return;
        }
        Instant at = clock.instant();
        clocks.observe(number, Moment.LATER_CHECK_OPENED, at, Actor.SYSTEM.id(), null);
        cases.note(number, Moment.LATER_CHECK_OPENED.name(), "承诺的内容转入事后核查", Actor.SYSTEM);
        rows.insert(number, workflow.startPhase(PHASE, number), at);
    }

    /** @throws IllegalStateException if nothing was promised in this case */
    LaterCheck get(CaseNumber number) {
        return rows.of(number).orElseThrow(() -> new IllegalStateException("Case " + number + " has no later check"));
    }

    /** True if this official has found something in the case; taking it back does not undo it. */
    boolean wasFoundBy(CaseNumber number, Official official) {
        return get(number).wasFoundBy(official.account())
                || hands.hasNoted(number, official.account(), Set.of(DOUBTED, UNMET), Instant.EPOCH);
    }

    /** @param said {@code kept}, {@code rectify} or {@code broken} */
    void found(CaseNumber number, String said, String finding, Official by) {
        rows.found(number, finding, by.account());
        switch (said) {
            case "kept" -> cases.note(number, "COMMITMENT_KEPT", "事后核查：承诺属实", Actor.of(by));
            case "rectify" -> cases.note(number, DOUBTED, "事后核查：没有做到承诺，责令限期整改", Actor.of(by));
            default -> cases.note(number, DOUBTED, "事后核查：认为承诺不实，转决定人员决定", Actor.of(by));
        }
        if (said.equals("kept")) {
            settle(number, Result.KEPT, by);
        }
    }

    /** What was found is looked into again. */
    void takeBackFinding(CaseNumber number) {
        rows.forgetFinding(number);
        cases.takeBackLine(number, DOUBTED);
    }

    /** Whether things were put right is looked into again. */
    void takeBackRectification(CaseNumber number) {
        rows.forgetRectification(number);
        cases.takeBackLine(number, UNMET);
    }

    /** The order is made: its clock runs from now on in the place of the check's. The last day is kept with the check. */
    LocalDate order(CaseNumber number) {
        clocks.observe(number, Moment.RECTIFICATION_ORDERED, clock.instant(), Actor.SYSTEM.id(), null);
        LocalDate until = clocks.deadline(number, ClockName.RECTIFICATION)
                .map(Deadline::due)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has no time to put things right"));
        rows.ordered(number, until);
        return until;
    }

    void rectified(CaseNumber number, boolean done, String finding, Official by) {
        rows.rectification(number, finding, by.account());
        cases.note(
                number,
                done ? "COMMITMENT_RECTIFIED" : UNMET,
                done ? "核查整改：整改到位" : "核查整改：到期没有整改到位，转决定人员决定",
                Actor.of(by));
        if (done) {
            settle(number, Result.RECTIFIED, by);
        }
    }

    void upheld(CaseNumber number, String reasons, Official by) {
        rows.decided(number, reasons);
        cases.note(number, "GRANT_UPHELD", "决定不予撤销", Actor.of(by));
        settle(number, Result.UPHELD, by);
    }

    void annulled(CaseNumber number, String reasons, Official by) {
        rows.decided(number, reasons);
        commitments.markBroken(number);
        settle(number, Result.ANNULLED, by);
    }

    /**
     * The grant has ended by an act of its own: nothing is looked into any more. Without an open check nothing happens.
     *
     * @param act by which it ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void overtake(CaseNumber number, String act, Official by) {
        rows.of(number).filter(check -> check.result().isEmpty()).ifPresent(check -> {
            settle(number, Result.OVERTAKEN, by);
            cases.note(number, "LATER_CHECK_OVERTAKEN", "已" + act + "，事后核查终止", Actor.of(by));
            workflow.end(check.processInstance(), "overtaken");
        });
    }

    private void settle(CaseNumber number, Result result, Official by) {
        Instant at = clock.instant();
        rows.settle(number, result, at);
        clocks.observe(number, Moment.LATER_CHECK_SETTLED, at, by.account(), null);
    }
}
