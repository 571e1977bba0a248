package org.haina.service.filling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.LicenceHoldings;
import org.haina.service.applications.LicencesHeld;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a draft in: the draft's id is the key, so twice is once. No transaction may be open: the licence store is asked. */
@Service
class HandingIn {

    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Submissions submissions;
    private final Drafts drafts;
    private final LicenceHoldings licences;
    private final TransactionTemplate transaction;

    HandingIn(Submissions submissions, Drafts drafts, LicenceHoldings licences, TransactionTemplate transaction) {
        this.submissions = submissions;
        this.drafts = drafts;
        this.licences = licences;
        this.transaction = transaction;
    }

    /**
     * Empty if the draft is another than the one looked over: a tab has saved it meanwhile, or a licence found when it
     * was begun has lost its validity and was taken out.
     *
     * @param consent hash of the text a child's guardian has consented to
     */
    Optional<SubmissionOutcome> submit(Filling filling, Citizen citizen, Channel channel, Optional<String> consent) {
        Draft draft = filling.draft();
        LicencesHeld held = licences.of(citizen, draft.idempotencyKey(), draft.applicant(), draft.materials());
        List<SuppliedMaterial> valid =
                draft.materials().stream().filter(piece -> !held.refutes(piece)).toList();
        if (valid.size() < draft.materials().size()) {
            drafts.save(draft, draft.data(), valid, draft.page());
            return Optional.empty();
        }
        return settled(submission(filling, citizen, channel).consenting(consent), draft, held);
    }

    /** The second of two presses waits for the first, within the patience of a person, and gets the same receipt. */
    private Optional<SubmissionOutcome> settled(Submission submission, Draft draft, LicencesHeld held) {
        Optional<SubmissionOutcome> outcome = once(submission, draft, held);
        for (int i = 0;
                i < TRIES
                        && outcome.filter(SubmissionOutcome.StillRunning.class::isInstance)
                                .isPresent();
                i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            outcome = once(submission, draft, held);
        }
        return outcome;
    }

    @SuppressWarnings("NullAway") // execute() hands on what the callback returns
    private Optional<SubmissionOutcome> once(Submission submission, Draft draft, LicencesHeld held) {
        return transaction.execute(status -> {
            SubmissionOutcome outcome = submissions.submit(submission, held);
            if (outcome instanceof SubmissionOutcome.Accepted accepted
                    && !accepted.repeated()
                    && !drafts.submitted(draft, accepted.number())) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            return Optional.of(outcome);
        });
    }

    private static Submission submission(Filling filling, Citizen citizen, Channel channel) {
        return new Submission(
                citizen,
                filling.item().key(),
                filling.draft().applicant(),
                filling.draft().principal().map(principal -> citizen.party()),
                channel,
                filling.draft().idempotencyKey(),
                filling.data(),
                filling.draft().materials());
    }
}
