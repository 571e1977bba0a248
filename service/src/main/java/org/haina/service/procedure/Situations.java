package org.haina.service.procedure;

import org.haina.service.cases.CaseFile;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.ClockOptions;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Terminations;
import org.haina.service.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Where the facts of a {@link Situation} come from. */
@Component
class Situations {

    private final ClockOptions options;
    private final CaseClocks clocks;
    private final ExtensionProposals proposals;
    private final Documents documents;
    private final Terminations terminations;
    private final WorkItems items;

    Situations(
            ClockOptions options,
            CaseClocks clocks,
            ExtensionProposals proposals,
            Documents documents,
            Terminations terminations,
            WorkItems items) {
        this.options = options;
        this.clocks = clocks;
        this.proposals = proposals;
        this.documents = documents;
        this.terminations = terminations;
        this.items = items;
    }

    /** As the case stands now; not to be kept beyond a change of it. */
    Situation of(CaseFile file) {
        CaseNumber number = file.number();
        return new Situation(
                file,
                () -> options.of(number),
                () -> clocks.deadline(number, ClockName.DECISION),
                () -> proposals.of(number),
                () -> documents.of(file),
                () -> terminations.of(number),
                () -> items.ofCase(number));
    }
}
