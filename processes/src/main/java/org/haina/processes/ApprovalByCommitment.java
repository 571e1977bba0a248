package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * 告知承诺 of an approval: what an applicant reads once and promises in writing, whereupon it is decided without a review and
 * looked into afterwards. The ordinary way stays open; the choice is the applicant's.
 *
 * @param conditions what the law asks of the applicant, one by one
 * @param papers keys of the materials that are handed in with the promise as well
 * @param promise what is promised, in the applicant's own words
 * @param check what is looked into after the decision, and how
 * @param consequence what follows if the promise is not kept
 * @param basis the rules it rests on, cited
 */
public record ApprovalByCommitment(
        List<String> conditions, List<String> papers, String promise, String check, String consequence, String basis) {

    /** What a material is declared to come from if it is the promise itself (告知承诺书). */
    public static final String SOURCE = "commitment";

    public ApprovalByCommitment {
        conditions = List.copyOf(conditions);
        papers = List.copyOf(papers);
    }

    /** Key of the material that is the promise upon which the approval is given; empty if it is given upon review only. */
    public static Optional<String> letterOf(ItemDefinition item) {
        return item.materials().stream()
                .filter(ItemDefinition.Material::isPromise)
                .map(ItemDefinition.Material::key)
                .findFirst();
    }

    /** What an approval may touch that is never given upon a promise (上海市优化营商环境条例 27). */
    public enum SafetyMatter {
        @JsonProperty("publicSafety")
        PUBLIC_SAFETY,
        @JsonProperty("environment")
        ENVIRONMENT,
        @JsonProperty("health")
        HEALTH,
        @JsonProperty("life")
        LIFE,
        @JsonProperty("property")
        PROPERTY
    }
}
