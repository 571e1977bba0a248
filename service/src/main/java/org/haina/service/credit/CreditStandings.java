package org.haina.service.credit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.CheckState;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the promises of a case may be relied on, as public credit information and those who looked say. */
@Service
public class CreditStandings {

    private final PromisesMade promises;
    private final Checks checks;
    private final CreditVerdicts verdicts;
    private final Cases cases;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditStandings(
            PromisesMade promises,
            Checks checks,
            CreditVerdicts verdicts,
            Cases cases,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.promises = promises;
        this.checks = checks;
        this.verdicts = verdicts;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Asks what the item declares if something was promised; nothing was, nobody is asked. */
    void ask(CaseNumber number) {
        if (promises.stand(number)) {
            checks.openUponPromise(number);
        }
    }

    /** True if nothing found or unknown stands against what was promised; also if nothing was. */
    public boolean mayBeReliedOn(CaseNumber number) {
        Reliance reliance = of(number);
        return reliance == Reliance.NOT_ASKED || reliance == Reliance.GIVEN;
    }

    /** True if a person has to look: the register was silent, or told of an entry that may be disputed or repaired. */
    public boolean asksAPerson(CaseNumber number) {
        Reliance reliance = of(number);
        return reliance == Reliance.SILENT || reliance == Reliance.DENIED;
    }

    /** The questions whose answers officials may see: those of promises that stand, and no longer. */
    public List<CaseCheck> shown(CaseNumber number) {
        List<CaseCheck> asked = checks.uponPromise(number);
        return asked.isEmpty() || !promises.stand(number) ? List.of() : asked;
    }

    Reliance of(CaseNumber number) {
        return of(number, shown(number));
    }

    /** The same whether a promise stands or not: what is known of who might promise again. */
    Reliance known(CaseNumber number) {
        return of(number, checks.uponPromise(number));
    }

    private Reliance of(CaseNumber number, List<CaseCheck> asked) {
        if (asked.isEmpty()) {
            return Reliance.NOT_ASKED;
        }
        return verdicts.last(number)
                .filter(verdict -> asked.stream().noneMatch(check -> isNewer(check, verdict.at())))
                .map(verdict -> verdict.trusted() ? Reliance.GIVEN : Reliance.DENIED)
                .orElseGet(() -> said(asked));
    }

    /** A late answer is looked at, whatever was found out before it. */
    private static boolean isNewer(CaseCheck check, Instant verdict) {
        return check.answer().isPresent()
                && check.settledAt().filter(at -> at.isAfter(verdict)).isPresent();
    }

    private static Reliance said(List<CaseCheck> asked) {
        if (asked.stream().anyMatch(check -> check.answer().isPresent() && !check.isClear())) {
            return Reliance.DENIED;
        }
        if (asked.stream().anyMatch(check -> check.state() == CheckState.WAITING)) {
            return Reliance.AWAITED;
        }
        return asked.stream().allMatch(CaseCheck::isClear) ? Reliance.GIVEN : Reliance.SILENT;
    }

    /** True if exactly this was found out last by this official. */
    public boolean isRecorded(CaseNumber number, boolean trusted, String how, Official by) {
        return verdicts.last(number)
                .filter(last -> last.trusted() == trusted
                        && last.how().equals(how)
                        && last.account().equals(by.account()))
                .isPresent();
    }

    /** What a person found out, by whatever way; it holds until the register says something new. */
    @Transactional
    public void record(CaseNumber number, boolean trusted, String how, Official by) {
        verdicts.insert(number, by, trusted, how, clock.instant());
        checks.settledUponPromise(number);
        cases.note(number, "CREDIT_LOOKED_AT", trusted ? "信用信息已核实：可以适用承诺" : "信用信息已核实：不能适用承诺，可以提交材料", how, Actor.of(by));
        audit.record(new AuditEntry(
                by.account(), "credit.verdict", "case", number, Map.of("trusted", String.valueOf(trusted))));
        events.publishEvent(new CreditLookedAt(number));
    }
}
