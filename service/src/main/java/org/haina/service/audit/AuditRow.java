package org.haina.service.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/**
 * An entry as stored.
 *
 * @param id its number; numbers rise and have gaps
 * @param at legal time
 * @param correlation what ties it to a request
 */
public record AuditRow(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        Optional<CaseNumber> caseNumber,
        Optional<String> correlation,
        Map<String, String> detail) {}
