package org.haina.service.applications;

import java.util.Optional;

/**
 * One rule between a correct application and a case; the first refusal wins, in the order of {@code @Order}. Features
 * above implement it for what only they know.
 */
public interface SubmissionRule {

    Optional<Refusal> check(Candidate candidate);
}
