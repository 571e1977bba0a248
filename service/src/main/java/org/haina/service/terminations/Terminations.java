package org.haina.service.terminations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.VariableNames;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the acts that end a grant, each by its own model beside the closed case. */
@Service
public class Terminations {

    private static final String PROPOSED = "TERMINATION_PROPOSED";

    private final TerminationRows rows;
    private final TerminationRules rules;
    private final TerminationLetters letters;
    private final TerminationSettings settings;
    private final Cases cases;
    private final Organs organs;
    private final Workflow workflow;
    private final WorkingDays days;
    private final Audit audit;
    private final Clock clock;

    Terminations(
            TerminationRows rows,
            TerminationRules rules,
            TerminationLetters letters,
            TerminationSettings settings,
            Cases cases,
            Organs organs,
            Workflow workflow,
            WorkingDays days,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.letters = letters;
        this.settings = settings;
        this.cases = cases;
        this.organs = organs;
        this.workflow = workflow;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** All proposals of a case, oldest first. */
    public List<Termination> of(CaseNumber number) {
        return rows.of(number);
    }

    /** The one under way. */
    public Optional<Termination> open(CaseNumber number) {
        return of(number).stream().filter(Termination::isOpen).findFirst();
    }

    /** Grounds on which an official may propose the act now; none if it is not possible. */
    public List<Ground> grounds(CaseFile file, TerminationAct act) {
        return rules.grounds(file, act).stream()
                .filter(ground -> ground != Ground.ASKED_BY_HOLDER)
                .toList();
    }

    /**
     * Proposes to end a grant: the holder is told by letter until when he may state his case, unless the act follows from
     * a fact alone. The caller holds the case.
     *
     * @param penalty number of the penalty decision; empty unless the act rests on one
     * @throws IllegalArgumentException if the ground is not among {@link #grounds}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(
            CaseFile file, TerminationAct act, Ground ground, String penalty, String facts, Official official) {
        if (!grounds(file, act).contains(ground)) {
            throw new IllegalArgumentException(ground + " is no ground for " + act + " of " + file.number());
        }
        Termination proposed = opened(file, ground, penalty, facts, Actor.of(official), false);
        cases.note(
                file.number(),
                PROPOSED,
                act.hears() ? "拟" + act.label() + "，告知并听取陈述申辩" : "提出" + act.label(),
                facts,
                Actor.of(official));
        if (act.hears()) {
            letters.announce(proposed);
        }
    }

    /**
     * The proposal this official may take back: no letter has gone out. Whether somebody has taken up the decision is the
     * caller's question.
     */
    public Optional<Termination> takeable(CaseNumber number, Official official) {
        return open(number)
                .filter(open -> !open.act().hears()
                        && !open.byHolder()
                        && open.proposedBy().equals(official.account()));
    }

    /** Takes such a proposal back; the caller holds the case and its tasks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(CaseNumber number, String reason, Official official) {
        Termination proposed = takeable(number, official).orElseThrow();
        rows.settle(proposed.id(), Termination.Result.DROPPED, reason, official.account(), clock.instant());
        cases.takeBackLine(number, PROPOSED);
        cases.note(number, "TERMINATION_TAKEN_BACK", "收回提出的" + proposed.act().label(), reason, Actor.of(official));
        audit.record(new AuditEntry(official.account(), "termination.takeBack", "case", number, Map.of()));
        workflow.end(proposed.processInstance(), "taken back");
    }

    /** 依申请注销; the caller holds the case and has asked whether it is possible. */
    void ask(CaseFile file, String reason, Actor holder) {
        opened(file, Ground.ASKED_BY_HOLDER, "", reason, holder, true);
        cases.note(file.number(), "TERMINATION_ASKED", "被许可人申请注销许可", reason, holder);
    }

    private Termination opened(CaseFile file, Ground ground, String penalty, String facts, Actor by, boolean byHolder) {
        Instant at = clock.instant();
        TerminationAct act = ground.act();
        Termination proposed = new Termination(
                UUID.randomUUID(),
                file.number(),
                act,
                ground,
                penalty,
                facts,
                byHolder,
                by.id(),
                by.label(),
                at,
                workflow.startPhase(act.phase(), file.number(), acting(file)),
                act.hears() ? Optional.of(days.plus(today(), settings.statementDays())) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        rows.insert(proposed);
        audit.record(new AuditEntry(
                by.id(),
                byHolder ? "termination.ask" : "termination.propose",
                "case",
                file.number(),
                Map.of("move", act.move().name())));
        return proposed;
    }

    /** The organ that granted, by the name models have for it; empty if that is the one in charge. */
    private Optional<String> acting(CaseFile file) {
        return VariableNames.ORGANS.stream()
                .filter(name -> organs.has(file.district(), name))
                .filter(name ->
                        organs.acting(file.district(), Optional.of(name)).uscc().equals(file.acting()))
                .filter(name -> !file.acting().equals(file.org()))
                .findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
