package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.haina.service.cases.CaseFile;
import org.haina.service.clock.ClockOptions;
import org.haina.service.clock.Deadline;
import org.haina.service.documents.CaseDocument;
import org.haina.service.terminations.Termination;
import org.haina.service.worklist.WorkItem;
import org.springframework.util.function.SingletonSupplier;

/** A case as its acts ask about it: each fact is read when the first one asks, and once. */
final class Situation {

    private final CaseFile file;
    private final Supplier<ClockOptions.Options> clock;
    private final Supplier<Optional<Deadline>> decision;
    private final Supplier<List<ExtensionProposal>> proposals;
    private final Supplier<List<CaseDocument>> documents;
    private final Supplier<List<Termination>> terminations;
    private final Supplier<List<WorkItem>> work;

    Situation(
            CaseFile file,
            Supplier<ClockOptions.Options> clock,
            Supplier<Optional<Deadline>> decision,
            Supplier<List<ExtensionProposal>> proposals,
            Supplier<List<CaseDocument>> documents,
            Supplier<List<Termination>> terminations,
            Supplier<List<WorkItem>> work) {
        this.file = file;
        this.clock = SingletonSupplier.of(clock);
        this.decision = SingletonSupplier.of(decision);
        this.proposals = SingletonSupplier.of(proposals);
        this.documents = SingletonSupplier.of(documents);
        this.terminations = SingletonSupplier.of(terminations);
        this.work = SingletonSupplier.of(work);
    }

    CaseFile file() {
        return file;
    }

    /** What the case's policy would still allow. */
    ClockOptions.Options clock() {
        return clock.get();
    }

    /** When the decision is due; empty while no such clock runs. */
    Optional<Deadline> decision() {
        return decision.get();
    }

    /** All proposals to extend, oldest first. */
    List<ExtensionProposal> proposals() {
        return proposals.get();
    }

    /** The proposal that waits for the head. */
    Optional<ExtensionProposal> openProposal() {
        return proposals().stream()
                .filter(proposal -> proposal.outcome().isEmpty())
                .findFirst();
    }

    /** Proposals to end the grant, oldest first; only a closed case has any. */
    List<Termination> terminations() {
        return file.closedAt().isPresent() ? terminations.get() : List.of();
    }

    /** All tasks of the case, oldest first. */
    List<WorkItem> work() {
        return work.get();
    }

    /** Documents issued in the case, as its pages list them. */
    List<CaseDocument> documents() {
        return documents.get();
    }
}
