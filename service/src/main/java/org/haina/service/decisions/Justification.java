package org.haina.service.decisions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * A favourable word against a condition that is open or not met, or against the review or a department, needs a reason: whoever reads
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

    /**
     * What stands against recommending a grant, or against granting: conditions, else what was found at the place, else what
     * departments or the review say.
     */
    Optional<String> againstGrant(CaseNumber number) {
        return conditions(number)
                .or(() -> visit(number))
                .or(() -> departments(number))
                .or(() -> review(number));
    }

    private Optional<String> conditions(CaseNumber number) {
        return eligibility.of(number).filter(reasons -> !reasons.isEmpty()).map(reasons -> reasons.stream()
                .map(EligibilityReason::explanation)
                .map(text -> text.replaceAll("。$", ""))
                .collect(Collectors.joining("；", "条件判断：", "")));
    }

    private Optional<String> departments(CaseNumber number) {
        return Optional.of(opinions.consulted(number).stream()
                        .filter(said -> said.outcome().equals("object"))
                        .flatMap(said -> said.organ().stream())
                        .collect(Collectors.joining("、")))
                .filter(organs -> !organs.isEmpty())
                .map(organs -> organs + "不同意");
    }

    private Optional<String> visit(CaseNumber number) {
        return opinions.visit(number)
                .filter(visit -> visit.outcome().equals("unfit"))
                .map(visit -> "实地核查的结论是不符合");
    }

    private Optional<String> review(CaseNumber number) {
        return opinions.review(number)
                .filter(review -> review.outcome().equals("reject"))
                .map(review -> "审核意见是不予");
    }
}
