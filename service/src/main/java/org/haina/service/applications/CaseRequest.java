package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/cases}.
 *
 * @param applicant required for a partner's token; for a citizen's the organisation or child it acts for, a person is ignored
 * @param data answers of the item's application form
 * @param guardianConsent for a child under fourteen: hash of the text its guardian consents to, from
 *     {@code /api/v1/items/{key}/guardian-consent}
 */
record CaseRequest(
        @NotNull @Size(max = 60) String item,
        @Valid @Nullable ApplicantRequest applicant,
        @NotNull ObjectNode data,
        @Valid @Size(max = 30) @Nullable List<@NotNull MaterialRequest> materials,
        @Nullable @Size(max = 64) String guardianConsent) {

    Optional<String> consent() {
        return Optional.ofNullable(guardianConsent);
    }

    List<MaterialRequest> materialList() {
        return materials == null ? List.of() : materials;
    }

    /**
     * @param type {@code person} or {@code organisation}, as the id type of GA/T 517 tells; {@code child} for a minor whose
     *     guardian sends it
     */
    record ApplicantRequest(
            @NotNull
                    @Pattern(
                            regexp = "person|organisation|child",
                            message = "请填写 person（个人）、organisation（单位）或者 child（未成年的孩子）")
                    String type,
            @NotNull
                    @Size(min = 1, max = 100)
                    @Pattern(regexp = "(?=.*\\S)[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}<>]+", message = "姓名含有不能使用的字符")
                    String name,
            @NotNull @Size(max = 3) String idType,
            @NotNull @Size(min = 5, max = 30) String idNumber,
            @Valid @Nullable ApplicantRequest agent) {

        boolean isOrganisation() {
            return "organisation".equals(type);
        }

        /** True if somebody whose account is another's acts: a person stated beside an account is that account's own. */
        boolean isRepresented() {
            return !"person".equals(type);
        }

        /** What is said here besides the identifiers. */
        List<String> named() {
            return agent == null ? List.of(type, name) : List.of(type, name, agent.type, agent.name);
        }
    }

    /**
     * Either a file that was uploaded before, a licence of the e-licence store, a promise in its place, or the promise to
     * bring it after the acceptance.
     *
     * @param commitment hash of the text that is promised, from {@code /api/v1/items/{key}/commitments}
     * @param deferral hash of the text that is promised, from {@code /api/v1/items/{key}/deferrals}
     */
    record MaterialRequest(
            @NotNull @Size(max = 60) String key,
            @Nullable @Size(max = 60) String file,
            @Nullable @Size(max = 200) String licence,
            @Nullable @Size(max = 64) String commitment,
            @Nullable @Size(max = 64) String deferral) {}
}
