package org.haina.service.commitments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haina.processes.ItemDefinition.Commitment;

/**
 * What may be promised in the place of one material, or of all review, as the applicant reads it.
 *
 * @param material key of the material
 * @param title what the material is called
 * @param version of the item whose words these are
 * @param words duty, promise, check, consequence, basis; for an approval the duty says that the conditions hold
 * @param conditions of an approval that is given upon the promise, one by one; empty where a proof is replaced
 * @param papers titles of what is handed in with the promise of an approval
 * @param hash of {@link #whole()}, by the suite in use: who sends it has had these words before him
 */
public record CommitmentText(
        String material,
        String title,
        String version,
        Commitment words,
        List<String> conditions,
        List<String> papers,
        String hash) {

    public CommitmentText {
        conditions = List.copyOf(conditions);
        papers = List.copyOf(papers);
    }

    /** True if the approval is given upon it, and not only a proof replaced. */
    public boolean isApproval() {
        return !conditions.isEmpty();
    }

    CommitmentText hashed(String digest) {
        return new CommitmentText(material, title, version, words, conditions, papers, digest);
    }

    /** All of it, as it is kept word for word. */
    String whole() {
        return isApproval() ? approval() : proof();
    }

    private String proof() {
        return String.join(
                "\n",
                "证明事项告知承诺书（版本" + version + "）",
                "被代替的材料：" + title,
                "证明义务：" + words.duty(),
                "事后核查：" + words.check(),
                "不实承诺的责任：" + words.consequence(),
                "依据：" + words.basis(),
                "承诺：" + words.promise());
    }

    private String approval() {
        return String.join(
                "\n",
                "告知承诺书（版本" + version + "）",
                IntStream.range(0, conditions.size())
                        .mapToObj(n -> "条件" + (n + 1) + "：" + conditions.get(n))
                        .collect(Collectors.joining("\n")),
                "一并提交的材料：" + String.join("、", papers),
                "事后核查：" + words.check(),
                "没有履行承诺的责任：" + words.consequence(),
                "依据：" + words.basis(),
                "承诺：" + words.promise());
    }
}
