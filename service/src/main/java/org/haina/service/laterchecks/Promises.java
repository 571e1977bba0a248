package org.haina.service.laterchecks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.processes.ApprovalByCommitment;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Commitment;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.commitments.SignedCommitment;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** What the promises of a case stood for, in the words of its item. */
@Component
class Promises {

    private final Commitments commitments;
    private final Cases cases;
    private final Catalog catalog;

    Promises(Commitments commitments, Cases cases, Catalog catalog) {
        this.commitments = commitments;
        this.cases = cases;
        this.catalog = catalog;
    }

    /** True if the approval itself was promised, and not only a proof. */
    boolean isApproval(CaseNumber number) {
        return commitments.isApproval(number, version(number));
    }

    /** True if something rests on a promise: one that a correction has made idle is none. */
    boolean areMade(CaseNumber number) {
        Optional<String> letter = ApprovalByCommitment.letterOf(item(number));
        return commitments.of(number).stream()
                .anyMatch(made -> !letter.filter(made.material()::equals).isPresent() || isApproval(number));
    }

    ItemDefinition item(CaseNumber number) {
        return version(number).definition();
    }

    private ItemVersion version(CaseNumber number) {
        return catalog.version(cases.get(number).itemVersion());
    }

    String titles(CaseNumber number) {
        return promised(number).stream().map(material -> material.title().zh()).collect(Collectors.joining("、"));
    }

    /** The rules they rest on, each once. */
    String basis(CaseNumber number) {
        if (isApproval(number)) {
            return Optional.ofNullable(item(number).approval())
                    .map(ApprovalByCommitment::basis)
                    .orElseThrow();
        }
        return promised(number).stream()
                .flatMap(material -> Optional.ofNullable(material.commitment()).stream())
                .map(Commitment::basis)
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private List<Material> promised(CaseNumber number) {
        List<String> keys =
                commitments.of(number).stream().map(SignedCommitment::material).toList();
        return item(number).materials().stream()
                .filter(material -> keys.contains(material.key()))
                .toList();
    }
}
