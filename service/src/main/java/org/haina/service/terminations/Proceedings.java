package org.haina.service.terminations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseHands;
import org.haina.service.cases.Cases;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.laterchecks.LaterChecks;
import org.haina.service.terminations.Termination.Result;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Service;

/** What is put down between a proposal and its end. All calls join the transaction of the task or page. */
@Service
class Proceedings {

    private static final String HEARD = "HOLDER_HEARD";
    private static final String REVIEWED = "LEGALITY_REVIEWED";

    private final TerminationRows rows;
    private final TerminationRules rules;
    private final Cases cases;
    private final CaseHands hands;
    private final CertificateEnds certificates;
    private final LaterChecks laterChecks;
    private final Audit audit;
    private final Clock clock;

    Proceedings(
            TerminationRows rows,
            TerminationRules rules,
            Cases cases,
            CaseHands hands,
            CertificateEnds certificates,
            LaterChecks laterChecks,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.cases = cases;
        this.hands = hands;
        this.certificates = certificates;
        this.laterChecks = laterChecks;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws IllegalStateException if nothing is under way in the case */
    Termination get(CaseNumber number) {
        return rows.of(number).stream()
                .filter(Termination::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing ends the grant of " + number));
    }

    /** The act that has just been decided. */
    Termination made(CaseNumber number) {
        return rows.of(number).stream()
                .filter(termination -> termination.result().equals(Optional.of(Result.MADE)))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Nothing ended the grant of " + number));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean isStillPossible(Termination proposed) {
        return rules.isStillPossible(cases.get(proposed.number()), proposed);
    }

    /** True if this official has had a part in it before the decision; taking a part back does not undo it. */
    boolean involves(Termination proposed, Official official) {
        return proposed.involves(official.account())
                || hands.hasNoted(
                        proposed.number(), official.account(), Set.of(HEARD, REVIEWED), proposed.proposedAt());
    }

    void state(Termination proposed, String statement, Actor holder) {
        rows.stated(proposed.id(), statement, clock.instant());
        cases.note(proposed.number(), "HOLDER_STATED", "被许可人提出陈述申辩", statement, holder);
        audit.record(new AuditEntry(holder.id(), "termination.state", "case", proposed.number(), Map.of()));
    }

    void heard(Termination proposed, String hearing, Official by) {
        rows.heard(proposed.id(), hearing, by.account());
        cases.note(proposed.number(), HEARD, "已听取陈述申辩，转入下一步", hearing, Actor.of(by));
    }

    void reviewed(Termination proposed, String review, Official by) {
        rows.reviewed(proposed.id(), review, by.account());
        cases.note(proposed.number(), REVIEWED, "法制审核通过，转决定人员决定", review, Actor.of(by));
    }

    void takeBackHearing(Termination proposed) {
        rows.forgetHearing(proposed.id());
        cases.takeBackLine(proposed.number(), HEARD);
    }

    void takeBackReview(Termination proposed) {
        rows.forgetReview(proposed.id());
        cases.takeBackLine(proposed.number(), REVIEWED);
    }

    /** It comes to nothing; the grant stands. */
    void leave(Termination proposed, Result how, String reasons, Official by) {
        rows.settle(proposed.id(), how, reasons, by.account(), clock.instant());
        String word = how == Result.KEPT ? "决定不予" : how == Result.DROPPED ? "不再办理" : "法制审核不通过，不予";
        cases.note(proposed.number(), "GRANT_KEPT", word + proposed.act().verb(), reasons, Actor.of(by));
    }

    /** The grant ends: case, certificate here and in the store, and what is put down of it. The letter follows. */
    void make(Termination proposed, String reasons, Official by) {
        CaseFile file = cases.move(proposed.number(), proposed.act().move(), Actor.of(by), reasons);
        String reason = proposed.act().label() + "决定";
        if (proposed.act() == TerminationAct.ANNULMENT && certificates.isChange(file)) {
            certificates.undoChange(file.number(), reason, by);
        } else {
            certificates.end(file.number(), proposed.act().end(), reason, by);
        }
        laterChecks.overtake(file.number(), proposed.act().label(), by);
        rows.settle(proposed.id(), Result.MADE, reasons, by.account(), clock.instant());
    }

    /** What an official must write down. */
    static String words(TaskCommand command, String otherwise) {
        String words = command.opinion().strip();
        if (words.isEmpty()) {
            throw TaskRefusedException.of("opinion", otherwise);
        }
        return words;
    }
}
