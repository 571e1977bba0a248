package org.haina.service.yearlychecks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.ItemDefinition;
import org.haina.service.access.Caller.Official;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseTerms;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Moment;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.haina.service.yearlychecks.YearlyCheck.Result;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens yearly checks and keeps what comes of them. */
@Service
public class YearlyChecks {

    private static final String PHASE = "yearly-check";

    private final YearlyCheckRows rows;
    private final Licences licences;
    private final Cases cases;
    private final CaseClocks clocks;
    private final WorkingDays days;
    private final Workflow workflow;
    private final Clock clock;

    YearlyChecks(
            YearlyCheckRows rows,
            Licences licences,
            Cases cases,
            CaseClocks clocks,
            WorkingDays days,
            Workflow workflow,
            Clock clock) {
        this.rows = rows;
        this.licences = licences;
        this.cases = cases;
        this.clocks = clocks;
        this.days = days;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Of the licence that a case has granted, the latest year first. */
    public List<YearlyCheck> of(CaseNumber number) {
        return rows.of(number);
    }

    /** Root process instances of a case's checks. */
    public List<String> processes(CaseNumber number) {
        return rows.processes(number);
    }

    /** False if this year's is there already. Its clock starts before its task, which shows the date. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean open(Licence licence, ItemDefinition item) {
        org.haina.processes.AfterGrant.YearlyCheck config =
                Optional.ofNullable(item.yearlyCheck()).orElseThrow();
        Instant at = clock.instant();
        LocalDate today = LocalDate.now(clock);
        LocalDate lookBy = CaseTerms.lastDay(config.limit(), today, days);
        UUID id = UUID.randomUUID();
        if (!licences.beginCheck(licence)
                || !rows.insert(id, licence, today.getYear(), lookBy, config.rectification(), at)) {
            return false;
        }
        CaseNumber number = licence.grantedBy();
        clocks.observeUntil(number, Moment.YEARLY_CHECK_OPENED, at, Actor.SYSTEM.id(), lookBy);
        cases.note(number, Moment.YEARLY_CHECK_OPENED.name(), "开始%d年度检查".formatted(today.getYear()), Actor.SYSTEM);
        rows.started(id, workflow.startPhase(PHASE, number));
        return true;
    }

    /** The one under way. @throws IllegalStateException if there is none */
    YearlyCheck open(CaseNumber number) {
        return rows.of(number).stream()
                .filter(YearlyCheck::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has no yearly check under way"));
    }

    /** @param said an outcome of the task */
    void found(CaseNumber number, String said, String finding, Official by) {
        YearlyCheck check = open(number);
        rows.found(check.id(), finding, by.account());
        switch (said) {
            case "passed" -> settle(check, Result.PASSED, by);
            case "failed" -> settle(check, Result.FAILED, by);
            case "lapsed" -> settle(check, Result.LAPSED, by);
            default -> note(check, "YEARLY_CHECK_DOUBTED", "发现问题，限期整改", by);
        }
    }

    /** The time for putting things right runs from now on in the place of the check's. */
    LocalDate order(YearlyCheck check) {
        LocalDate until = CaseTerms.lastDay(check.rectification(), LocalDate.now(clock), days);
        clocks.observeUntil(
                check.number(), Moment.YEARLY_RECTIFICATION_ORDERED, clock.instant(), Actor.SYSTEM.id(), until);
        rows.ordered(check.id(), until);
        return until;
    }

    /** @param said an outcome of the task */
    void rectified(CaseNumber number, String said, String finding, Official by) {
        YearlyCheck check = open(number);
        rows.rectified(check.id(), finding, by.account());
        settle(
                check,
                switch (said) {
                    case "rectified" -> Result.RECTIFIED;
                    case "lapsed" -> Result.LAPSED;
                    default -> Result.FAILED;
                },
                by);
    }

    private void settle(YearlyCheck check, Result result, Official by) {
        rows.settle(check.id(), result, clock.instant());
        licences.nextCheck(check.title(), check.licence(), check.year() + 1);
        clocks.observe(check.number(), Moment.YEARLY_CHECK_SETTLED, clock.instant(), by.account(), null);
        note(check, "YEARLY_CHECK_" + result.name(), result.label(), by);
    }

    private void note(YearlyCheck check, String kind, String words, Official by) {
        cases.note(check.number(), kind, "%d年度检查：%s".formatted(check.year(), words), Actor.of(by));
    }
}
