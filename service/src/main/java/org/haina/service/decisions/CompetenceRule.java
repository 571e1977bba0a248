package org.haina.service.decisions;

import java.util.Optional;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.SubmissionRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 行政许可法 32(2): outside our competence the applicant is told at once, with the right organ. The item's table knows;
 * by convention its reason is {@code notThisOrgan}. Other reasons are the reviewer's to weigh.
 */
@Component
@Order(30)
class CompetenceRule implements SubmissionRule {

    private static final String NOT_THIS_ORGAN = "notThisOrgan";

    private final Eligibility eligibility;

    CompetenceRule(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        return eligibility.forecast(candidate.item(), candidate.submission().data()).stream()
                .filter(reason -> reason.reason().equals(NOT_THIS_ORGAN))
                .findFirst()
                .map(reason ->
                        new Refusal(Refusal.Reason.NOT_COMPETENT, reason.explanation() + "（" + reason.clause() + "）"));
    }
}
