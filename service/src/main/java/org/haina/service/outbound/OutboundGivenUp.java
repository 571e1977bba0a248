package org.haina.service.outbound;

import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * No usable answer in time; a person must take over. Published at most once per call.
 *
 * @param reference the key given with the call
 * @param code the last trouble, e.g. {@code TIMEOUT}, {@code BREAKER_OPEN}, {@code REJECTED}; {@code NOT_TRIED} if the
 *     call never came to be made
 * @param stillTried true after the deadline: the call goes on and may end in a late {@link OutboundAnswered}; false if
 *     the authority refused it or answered with something else, which no repetition changes
 */
public record OutboundGivenUp(
        UUID id,
        CaseNumber caseNumber,
        String register,
        String query,
        String reference,
        String code,
        boolean stillTried) {}
