package org.haina.service.decisions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/**
 * A favourable word against a condition that is open or not met, or against the review, needs a reason: whoever reads
 * the file later must be able to follow it.
 */
@Component
class Justification {

    private final Eligibility eligibility;
    private final Opinions opinions;

    Justification(Eligibility eligibility, Opinions opinions) {
        this.eligibility = eligibility;
        this.opinions = opinions;
    }

    /** @throws TaskRefusedException if a reviewer recommends without the reason that is needed */
    void requireToApprove(CaseNumber number, String reason) {
        require(conditions(number), "建议予以", reason);
    }

    /** @throws TaskRefusedException if a decider grants without the reason that is needed */
    void requireToGrant(CaseNumber number, String reason) {
        require(conditions(number).or(() -> review(number)), "决定予以", reason);
    }

    private static void require(Optional<String> against, String act, String reason) {
        if (reason.isBlank() && against.isPresent()) {
            throw TaskRefusedException.of("opinion", against.get() + "。仍然" + act + "的，请写明理由");
        }
    }

    private Optional<String> conditions(CaseNumber number) {
        return eligibility.of(number).filter(reasons -> !reasons.isEmpty()).map(reasons -> reasons.stream()
                .map(EligibilityReason::explanation)
                .map(text -> text.replaceAll("。$", ""))
                .collect(Collectors.joining("；", "条件判断：", "")));
    }

    private Optional<String> review(CaseNumber number) {
        return opinions.review(number)
                .filter(review -> review.outcome().equals("reject"))
                .map(review -> "审核意见是不予");
    }
}
