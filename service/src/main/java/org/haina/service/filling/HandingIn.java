package org.haina.service.filling;

import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.Channel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a draft in: the draft's id is the key, so twice is once. */
@Service
class HandingIn {

    private final Submissions submissions;
    private final Drafts drafts;

    HandingIn(Submissions submissions, Drafts drafts) {
        this.submissions = submissions;
        this.drafts = drafts;
    }

    @Transactional
    public SubmissionOutcome submit(Filling filling, Citizen citizen, Channel channel) {
        SubmissionOutcome outcome = submissions.submit(new Submission(
                citizen,
                filling.item().key(),
                citizen.party(),
                Optional.empty(),
                channel,
                filling.draft().idempotencyKey(),
                filling.data(),
                filling.draft().materials()));
        if (outcome instanceof SubmissionOutcome.Accepted accepted) {
            drafts.submitted(filling.draft(), accepted.number());
        }
        return outcome;
    }
}
