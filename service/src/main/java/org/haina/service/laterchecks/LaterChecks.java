package org.haina.service.laterchecks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
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

    private final LaterCheckRows rows;
    private final Commitments commitments;
    private final Cases cases;
    private final CaseClocks clocks;
    private final Workflow workflow;
    private final Clock clock;

    LaterChecks(
            LaterCheckRows rows,
            Commitments commitments,
            Cases cases,
            CaseClocks clocks,
            Workflow workflow,
            Clock clock) {
        this.rows = rows;
        this.commitments = commitments;
        this.cases = cases;
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
        if (commitments.of(number).isEmpty() || rows.of(number).isPresent()) {
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

    void found(CaseNumber number, boolean kept, String finding, Official by) {
        rows.found(number, finding, by.account());
        cases.note(
                number,
                kept ? "COMMITMENT_KEPT" : "COMMITMENT_DOUBTED",
                kept ? "事后核查：承诺属实" : "事后核查：认为承诺不实，转决定人员决定",
                Actor.of(by));
        if (kept) {
            settle(number, Result.KEPT, by);
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

    private void settle(CaseNumber number, Result result, Official by) {
        Instant at = clock.instant();
        rows.settle(number, result, at);
        clocks.observe(number, Moment.LATER_CHECK_SETTLED, at, by.account(), null);
    }
}
