package org.haina.service.applications;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Some items must be applied for in person. */
@Component
@Order(20)
class AgentRule implements SubmissionRule {

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        boolean agentAdmitted =
                candidate.item().definition().applicants().stream().anyMatch(a -> a.agent());
        return candidate.submission().agent().isPresent() && !agentAdmitted
                ? Optional.of(new Refusal(Refusal.Reason.NO_AGENT, "本事项须由本人申请，不能由他人代办。"))
                : Optional.empty();
    }
}
