package org.haina.service.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.terminations.HolderSide;
import org.haina.service.terminations.Termination;
import org.haina.service.terminations.Terminations;

/** What was granted ends again: withdrawn, revoked, or cancelled because its holder asks for it. */
@DemoOnly
class DemoEnds {

    private record End(String act, String ground, String penalty, String outcome) {}

    private static final Map<CaseStatus, End> ENDS = Map.of(
            CaseStatus.GRANT_WITHDRAWN, new End("withdrawal", "LAW_CHANGED", "", "withdrawn"),
            CaseStatus.REVOKED, new End("revocation", "PENALTY", "海示黄教罚〔2026〕12号", "revoked"),
            CaseStatus.CANCELLED, new End("", "", "", "cancelled"));

    private final DemoOffice office;
    private final DemoCitizens citizens;
    private final Terminations terminations;
    private final HolderSide holders;

    DemoEnds(DemoOffice office, DemoCitizens citizens, Terminations terminations, HolderSide holders) {
        this.office = office;
        this.citizens = citizens;
        this.terminations = terminations;
        this.holders = holders;
    }

    boolean isPlanned(DemoCase planned, CaseFile file) {
        return file.status() == CaseStatus.GRANTED && ENDS.containsKey(planned.until());
    }

    boolean move(DemoCase planned, CaseFile file) {
        End end = Objects.requireNonNull(ENDS.get(planned.until()));
        Optional<Termination> open = terminations.open(file.number());
        if (open.isEmpty()) {
            return begin(planned, file, end);
        }
        if (open.get().act().hears() && open.get().statement().isEmpty()) {
            holders.state(file.number(), "对拟作出的决定没有异议。", citizens.citizen(planned));
            return true;
        }
        return office.complete(file, Role.REVIEWER, "heard", List.of(), "已听取当事人的陈述，当事人没有异议。", List.of())
                || office.complete(file, Role.DECIDER, end.outcome(), List.of(), "事实清楚，依据充分。", List.of());
    }

    private boolean begin(DemoCase planned, CaseFile file, End end) {
        if (end.act().isEmpty()) {
            holders.ask(file.number(), planned.text(), citizens.citizen(planned));
            return true;
        }
        return office.proposeEnd(
                file, end.act(), Map.of("ground", end.ground(), "penalty", end.penalty(), "facts", planned.text()));
    }
}
