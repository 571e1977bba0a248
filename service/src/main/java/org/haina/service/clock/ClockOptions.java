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

    /** Two statements, for all questions. */
    public Options of(CaseNumber number) {
        Optional<Rule> rule = policy(number).flatMap(found -> found.rule(ClockName.DECISION));
        Optional<ClockRun> run =
                ClockRun.latest(ClockName.DECISION, ledger.entries(number)).filter(latest -> !latest.isEnded());
        return new Options(
                rule.map(Rule::extension)
                        .filter(extension -> run.filter(running -> running.extensions() < extension.times())
                                .isPresent())
                        .map(ClockPolicy.Extension::limit),
                rule.map(Rule::stop).isPresent()
                        && run.filter(running -> running.stoppedOn() == null).isPresent());
    }

    /** What the statute lets stop the decision clock, whether it stands already or not; empty if nothing. */
    public Optional<Stopping> stopping(CaseNumber number) {
        return policy(number)
                .flatMap(policy -> policy.rule(ClockName.DECISION).flatMap(rule -> Optional.ofNullable(rule.stop())
                        .map(stop -> new Stopping(stop.kinds(), policy.cite(rule, stop)))));
    }

    /** Chinese: what the statute says of extending the decision clock; empty if it gives no extension. */
    public Optional<String> extensionBasis(CaseNumber number) {
        return policy(number)
                .flatMap(policy -> policy.rule(ClockName.DECISION).flatMap(rule -> Optional.ofNullable(rule.extension())
                        .map(extension -> policy.cite(rule, extension.article(), extension.text()))));
    }

    private Optional<ClockPolicy> policy(CaseNumber number) {
        return ledger.find(number).map(opened -> policies.get(opened.policy()));
    }

    /**
     * What is left.
     *
     * @param extension by how much the running clock may be extended; empty if the policy gives no extension, or it was
     *     given
     * @param stoppable true if a special procedure, told in writing, would stop the running clock
     */
    public record Options(Optional<Limit> extension, boolean stoppable) {}

    /**
     * What the statute lets stop a clock.
     *
     * @param kinds the procedures it names, in its words
     * @param basis Chinese: statute, article and content
     */
    public record Stopping(List<String> kinds, String basis) {

        public Stopping {
            kinds = List.copyOf(kinds);
        }
    }
}
