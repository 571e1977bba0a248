package org.haina.service.credit;

import java.time.Instant;

/**
 * What a person found on the credit of an applicant.
 *
 * @param trusted true if the promise may be relied on
 * @param how what was looked at
 */
record CreditVerdict(Instant at, String account, boolean trusted, String how) {}
