package org.haina.service.publications;

import java.util.EnumSet;
import java.util.Set;
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
    private final GrantRows rows;
    private final CertificateStandings certificates;

    GrantRegister(GrantEntries entries, GrantRows rows, CertificateStandings certificates) {
        this.entries = entries;
        this.rows = rows;
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

    void follow(CaseNumber number) {
        entries.of(number).ifPresent(entry -> rows.put(number, entry));
        certificates.replacedBy(number).forEach(this::follow);
    }
}
