package org.haina.service.credit;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.intake.Ground;
import org.haina.service.intake.PromiseDoubt;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.springframework.stereotype.Component;

/** What public credit information, or who looked, says against the promises of a case. */
@Component
class CreditDoubt implements PromiseDoubt {

    private static final String ENTRY = "公共信用信息平台答复申请人有失信信息";
    private static final String FOUND = "经核实，申请人有失信信息";
    private static final String TOLD =
            "公共信用信息平台有申请人的失信信息，这次申请不能适用书面承诺，请按一般程序提交材料。" + "认为信息有误或者已经修复的，请告诉受理窗口核实，核实以后可以重新选择承诺。";

    private final CreditStandings standings;
    private final PromisesMade promises;
    private final Checks checks;
    private final OutboundLedger ledger;

    CreditDoubt(CreditStandings standings, PromisesMade promises, Checks checks, OutboundLedger ledger) {
        this.standings = standings;
        this.promises = promises;
        this.checks = checks;
        this.ledger = ledger;
    }

    @Override
    public Optional<Denied> denied(CaseNumber number) {
        if (standings.of(number) != Reliance.DENIED) {
            return Optional.empty();
        }
        Optional<CaseCheck> entry = entry(number);
        return Optional.of(new Denied(
                promises.standing(number),
                entry.map(check -> new Ground(ENTRY, call(number, check))).orElse(new Ground(FOUND, Optional.empty())),
                entry.flatMap(CaseCheck::settledAt)));
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        return standings.known(number) == Reliance.DENIED ? Optional.of(TOLD) : Optional.empty();
    }

    /** The newest answer that tells of an entry. */
    private Optional<CaseCheck> entry(CaseNumber number) {
        return checks.uponPromise(number).stream()
                .filter(check -> check.answer().isPresent() && !check.isClear())
                .max(Comparator.comparing(check -> check.settledAt().orElse(Instant.MIN)));
    }

    private Optional<UUID> call(CaseNumber number, CaseCheck check) {
        return ledger.of(number).stream()
                .filter(entry -> entry.register().equals(check.register())
                        && entry.query().equals(check.query()))
                .map(OutboundLedger.Entry::id)
                .reduce((earlier, later) -> later);
    }
}
