package org.haina.service.publications;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Cases;
import org.haina.service.cases.ClosedCaseChanged;
import org.haina.service.documents.DocumentIssued;
import org.haina.service.documents.DocumentType;
import org.haina.service.issuance.CertificateStandings;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the entry of a case true, in the transaction that changes the case. */
@Component
class GrantRegister {

    /** Letters that an entry names and that are written after the move. */
    private static final Set<DocumentType> NAMED = EnumSet.of(
            DocumentType.GRANT_WITHDRAWAL_DECISION,
            DocumentType.ANNULMENT_DECISION,
            DocumentType.REVOCATION_DECISION,
            DocumentType.CANCELLATION_DECISION,
            DocumentType.RECTIFICATION_NOTICE);

    private final GrantEntries entries;
    private final Cases cases;
    private final GrantRows rows;
    private final Withholding withholding;
    private final CertificateStandings certificates;
    private final Audit audit;

    GrantRegister(
            GrantEntries entries,
            Cases cases,
            GrantRows rows,
            Withholding withholding,
            CertificateStandings certificates,
            Audit audit) {
        this.entries = entries;
        this.cases = cases;
        this.rows = rows;
        this.withholding = withholding;
        this.certificates = certificates;
        this.audit = audit;
    }

    @EventListener
    void on(ClosedCaseChanged changed) {
        follow(changed.number());
    }

    @EventListener
    void on(DocumentIssued issued) {
        if (NAMED.contains(issued.type())) {
            follow(issued.number());
        }
    }

    /** What is read of the case is true until it is written: whoever changes the case meanwhile waits. */
    void follow(CaseNumber number) {
        cases.lock(number);
        entries.of(number).ifPresentOrElse(entry -> publish(number, entry), () -> retract(number));
        certificates.replacedBy(number).forEach(this::follow);
    }

    private void publish(CaseNumber number, PublishedGrant entry) {
        if (rows.put(number, entry)) {
            withholding.carryOver(entry.id(), number);
        }
    }

    /** What was published and is nobody's to read, as a correction has shown: it goes at once. */
    private void retract(CaseNumber number) {
        if (entries.isUndeclared(number)) {
            return;
        }
        rows.retract(number)
                .ifPresent(
                        id -> audit.record(new AuditEntry("system", "grant.retract", "grant:" + id, number, Map.of())));
    }
}
