package org.haina.service.cases;

import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.Visibilities;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door to a single case: what a caller may not see does not exist, and what an official sees is recorded.
 * So is an attempt to see the case of somebody else.
 */
@Service
public class CaseAccess {

    private final Cases cases;
    private final Visibilities visibilities;
    private final Audit audit;
    private final TransactionTemplate apart;

    CaseAccess(Cases cases, Visibilities visibilities, Audit audit, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.visibilities = visibilities;
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens a case for somebody.
     *
     * @throws Problem if there is none that this caller may see
     */
    public CaseFile open(CaseNumber number, Caller caller) {
        CaseFile file = check(number, caller);
        if (caller instanceof Caller.Official official) {
            audit.record(new AuditEntry(official.account(), "case.read", "case", number, Map.of()));
        }
        return file;
    }

    /** As {@link #open}, for a part of a page that was opened already: not recorded again. */
    public CaseFile check(CaseNumber number, Caller caller) {
        return find(number, caller).orElseThrow(Cases::unknown);
    }

    /** As {@link #check}; empty if there is none that this caller may see. */
    public Optional<CaseFile> find(CaseNumber number, Caller caller) {
        Optional<CaseFile> file = cases.find(number);
        if (file.isPresent() && !visibilities.of(caller).sees(file.get().scope())) {
            recordDenial(number, caller);
            return Optional.empty();
        }
        return file;
    }

    /** Apart from the caller's transaction, which the refusal ends. */
    private void recordDenial(CaseNumber number, Caller caller) {
        if (caller instanceof Caller.Anonymous) {
            return;
        }
        apart.executeWithoutResult(
                status -> audit.record(new AuditEntry(caller.id(), "case.denied", "case", number, Map.of())));
    }
}
