package org.haina.service.decisions;

import java.util.Optional;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.SubmissionRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 行政许可法 32(2): outside our competence the applicant is told at once, with the right organ. The item's table knows. */
@Component
@Order(30)
class CompetenceRule implements SubmissionRule {

    private final Competence competence;

    CompetenceRule(Competence competence) {
        this.competence = competence;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        return competence
                .objection(candidate.item(), candidate.submission().data())
                .map(told -> new Refusal(Refusal.Reason.NOT_COMPETENT, told));
    }
}
