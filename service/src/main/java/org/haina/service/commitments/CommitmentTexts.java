package org.haina.service.commitments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.processes.ApprovalByCommitment;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Commitment;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/** The texts of an item that an applicant may sign, each with the hash that signing sends. */
@Component
class CommitmentTexts {

    private final Vault vault;

    CommitmentTexts(Vault vault) {
        this.vault = vault;
    }

    /** In the order of the item's materials. */
    List<CommitmentText> of(ItemVersion item) {
        return item.definition().materials().stream()
                .flatMap(material -> text(item.definition(), material).stream())
                .map(this::hashed)
                .toList();
    }

    private CommitmentText hashed(CommitmentText text) {
        return text.hashed(vault.hash(text.whole().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<CommitmentText> text(ItemDefinition item, Material material) {
        return material.isPromise()
                ? Optional.ofNullable(item.approval()).map(approval -> approval(item, material, approval))
                : Optional.ofNullable(material.commitment())
                        .map(words -> text(item, material, words, List.of(), List.of()));
    }

    private static CommitmentText approval(ItemDefinition item, Material material, ApprovalByCommitment approval) {
        Commitment words = new Commitment(
                "应当符合告知的全部条件。", approval.promise(), approval.check(), approval.consequence(), approval.basis());
        List<String> papers =
                approval.papers().stream().flatMap(key -> title(item, key)).toList();
        return text(item, material, words, approval.conditions(), papers);
    }

    private static Stream<String> title(ItemDefinition item, String key) {
        return item.materials().stream()
                .filter(material -> material.key().equals(key))
                .map(material -> material.title().zh());
    }

    private static CommitmentText text(
            ItemDefinition item, Material material, Commitment words, List<String> conditions, List<String> papers) {
        return new CommitmentText(material.key(), material.title().zh(), item.version(), words, conditions, papers, "");
    }
}
