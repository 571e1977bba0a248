package org.haina.service.applications;

import java.util.Optional;
import org.haina.service.minors.GuardianConsents;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Data of a child under fourteen are taken with a guardian's consent to the very text in force (个人信息保护法 31). */
@Component
@Order(35)
class GuardianConsentRule implements SubmissionRule {

    private final GuardianConsents consents;

    GuardianConsentRule(GuardianConsents consents) {
        this.consents = consents;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission submission = candidate.submission();
        return consents.objection(candidate.item(), submission.applicant(), submission.agent(), submission.consent())
                .map(words -> new Refusal(Refusal.Reason.GUARDIAN_CONSENT, words));
    }
}
