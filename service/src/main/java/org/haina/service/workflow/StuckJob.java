package org.haina.service.workflow;

import java.time.Instant;
import org.haina.service.keys.CaseNumber;

/**
 * A step of the system that failed as often as it is tried by itself: the case goes on only once somebody retries it.
 *
 * @param job what is retried
 * @param element id of the step in its model
 * @param name of the step; the id if the model gives none
 * @param since when it got stuck first
 * @param tries that failed, 1 or more; those of all retries together
 * @param reason first line of the last failure, in English, without what stands in the data
 */
public record StuckJob(
        String job, CaseNumber number, String element, String name, Instant since, int tries, String reason) {}
