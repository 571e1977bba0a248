package org.haina.processes;

import java.util.List;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemLimits.Period;

/** What must be said before anything may be promised: of a proof, and of an approval that is decided upon the promise. */
final class CommitmentRules {

    private CommitmentRules() {}

    static void check(ItemDefinition item, Problems problems) {
        limits(item, problems);
        proofs(item, problems);
        approval(item, problems);
    }

    private static void limits(ItemDefinition item, Problems problems) {
        ItemLimits limits = item.limits();
        problems.unless(
                item.takesCommitments() == (limits.laterCheck() != null),
                "limits.laterCheck: given exactly when something may be promised");
        problems.unless(
                (item.approval() != null) == (limits.rectification() != null),
                "limits.rectification: given exactly when the approval may be promised");
        if (limits.laterCheck() != null) {
            period(problems, "limits.laterCheck", limits.laterCheck());
        }
        if (limits.rectification() != null) {
            period(problems, "limits.rectification", limits.rectification());
        }
    }

    private static void period(Problems problems, String path, Period period) {
        problems.unlessBetween(path + ".length", period.length(), 1, 366);
    }

    /** What is only promised can be proved instead. */
    private static void proofs(ItemDefinition item, Problems problems) {
        for (int i = 0; i < item.materials().size(); i++) {
            Material material = item.materials().get(i);
            problems.unless(
                    material.commitment() == null || material.sources().contains("upload"),
                    "materials[" + i + "].commitment: the proof itself must be possible too (upload)");
        }
    }

    private static void approval(ItemDefinition item, Problems problems) {
        ApprovalByCommitment approval = item.approval();
        problems.unless(
                (item.mode() == Mode.COMMITMENT) == (approval != null),
                "approval: given exactly when the mode is commitment");
        List<Material> letters =
                item.materials().stream().filter(Material::isPromise).toList();
        problems.unless(
                letters.size() == (approval == null ? 0 : 1),
                "materials: one comes from a commitment exactly when the approval may be promised");
        letters.forEach(letter -> problems.unless(
                letter.sources().size() == 1 && letter.commitment() == null,
                "materials " + letter.key() + ": the promise itself comes from nowhere else"));
        if (approval != null) {
            safety(item, problems);
            problems.unless(!approval.conditions().isEmpty(), "approval.conditions: at least one");
            papers(item, approval, problems);
        }
    }

    /** Whoever writes such an item has to say it in so many words. */
    private static void safety(ItemDefinition item, Problems problems) {
        problems.unless(
                item.safety() != null && item.safety().isEmpty(),
                "safety: stated and empty where the approval may be promised; never where safety, environment, health,"
                        + " life or property are touched");
    }

    private static void papers(ItemDefinition item, ApprovalByCommitment approval, Problems problems) {
        List<String> uploaded = item.materials().stream()
                .filter(material -> material.sources().contains("upload"))
                .map(Material::key)
                .toList();
        problems.unlessDistinct("approval.papers", approval.papers());
        approval.papers().stream()
                .filter(paper -> !uploaded.contains(paper))
                .forEach(paper ->
                        problems.unless(false, "approval.papers: " + paper + " is no material that is handed in"));
    }
}
