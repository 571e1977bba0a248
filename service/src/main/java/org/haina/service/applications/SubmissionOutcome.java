package org.haina.service.applications;

import java.util.List;
import java.util.Optional;
import org.haina.forms.Finding;
import org.haina.service.clock.PromisedDay;
import org.haina.service.keys.CaseNumber;

/** What becomes of a submission. A refusal is an answer, not an error. */
public sealed interface SubmissionOutcome {

    /**
     * There is a case.
     *
     * @param promisedBy the day the result is promised for
     * @param repeated true if an earlier request with the same key made it
     */
    record Accepted(CaseNumber number, Optional<PromisedDay> promisedBy, boolean repeated)
            implements SubmissionOutcome {}

    /** Answers or materials are not good enough; nothing was stored. */
    record Invalid(List<Finding> findings) implements SubmissionOutcome {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }

    /** A rule stands against it; nothing was stored. */
    record Refused(Refusal refusal) implements SubmissionOutcome {}

    /** The key was used before for something else. */
    record KeyReused() implements SubmissionOutcome {}

    /** A request with the same key is being worked on at this moment. */
    record StillRunning() implements SubmissionOutcome {}
}
