package org.haina.service.audit;

import java.time.Duration;
import java.util.List;

/**
 * Result of a verification.
 *
 * @param sealed links checked
 * @param unsealed entries waiting for the sealer
 * @param unsealedAge age of the oldest of them, zero if there is none
 * @param findings in the order of the entries, at most {@value #LIMIT} of the chain; empty if all is well
 */
public record AuditReport(long sealed, long unsealed, Duration unsealedAge, List<AuditFinding> findings) {

    static final int LIMIT = 100;

    public AuditReport {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
