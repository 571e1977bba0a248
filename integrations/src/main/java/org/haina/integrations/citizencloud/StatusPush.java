package org.haina.integrations.citizencloud;

import java.time.Instant;

/**
 * News about a case for the citizen's phone.
 *
 * @param requestId pushing twice under one id shows one entry
 * @param status status code of the case
 * @param statusText the same in Chinese
 */
public record StatusPush(
        String requestId,
        String idNumber,
        String caseNumber,
        String itemTitle,
        String status,
        String statusText,
        Instant at) {

    @Override
    public String toString() {
        return "StatusPush[" + requestId + "]";
    }
}
