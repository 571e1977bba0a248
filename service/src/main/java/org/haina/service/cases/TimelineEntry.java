package org.haina.service.cases;

import java.time.Instant;

/**
 * One line of a case's history as applicant and officials read it.
 *
 * @param kind name of the move, or {@code RECEIVE}
 * @param label what happened, in Chinese
 * @param by who, as colleagues and applicant may read it
 */
public record TimelineEntry(Instant at, String kind, String label, String by, String note) {}
