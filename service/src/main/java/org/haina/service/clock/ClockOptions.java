package org.haina.service.clock;

import java.util.List;
import java.util.Optional;
import org.haina.service.calendar.Limit;
import org.haina.service.clock.ClockPolicy.Rule;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** What the case's policy would still let happen to its decision clock: what the law does not give, no page offers. */
@Service
public class ClockOptions {

    private final ClockPolicies policies;
    private final ClockLedger ledger;

    ClockOptions(ClockPolicies policies, ClockLedger ledger) {
        this.policies = policies;
        this.ledger = ledger;
    }

    /** By how much the running clock may be extended; empty if the policy gives no extension, or it was given. */
    public Optional<Limit> extension(CaseNumber number) {
        return rule(number)
                .map(Rule::extension)
                .filter(extension -> run(number)
                        .filter(run -> !run.isEnded() && run.extensions() < extension.times())
                        .isPresent())
                .map(ClockPolicy.Extension::limit);
    }

    /** True if a special procedure, told in writing, would stop the running clock. */
    public boolean isStoppable(CaseNumber number) {
        return rule(number).map(Rule::stop).isPresent()
                && run(number)
                        .filter(run -> !run.isEnded() && run.stoppedOn() == null)
                        .isPresent();
    }

    private Optional<Rule> rule(CaseNumber number) {
        return ledger.find(number)
                .flatMap(opened -> policies.get(opened.policy()).rule(ClockName.DECISION));
    }

    private Optional<ClockRun> run(CaseNumber number) {
        List<LedgerEntry> entries = ledger.entries(number);
        return ClockRun.latest(ClockName.DECISION, entries);
    }
}
