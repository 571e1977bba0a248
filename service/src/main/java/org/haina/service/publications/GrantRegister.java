package org.haina.service.publications;

import java.util.EnumSet;
import java.util.Set;
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

    GrantRegister(
            GrantEntries entries,
            Cases cases,
            GrantRows rows,
            Withholding withholding,
            CertificateStandings certificates) {
        this.entries = entries;
        this.cases = cases;
        this.rows = rows;
        this.withholding = withholding;
        this.certificates = certificates;
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
        entries.of(number)
                .filter(entry -> rows.put(number, entry))
                .ifPresent(entry -> withholding.carryOver(entry.id(), number));
        certificates.replacedBy(number).forEach(this::follow);
    }
}
