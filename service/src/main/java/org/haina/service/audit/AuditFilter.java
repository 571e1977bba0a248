package org.haina.service.audit;

import java.time.Instant;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/**
 * What an auditor looks for; empty parts do not restrict.
 *
 * @param from not before
 * @param until before
 */
public record AuditFilter(
        Optional<CaseNumber> caseNumber,
        Optional<String> actor,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static AuditFilter ofCase(CaseNumber number) {
        return new AuditFilter(
                Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
