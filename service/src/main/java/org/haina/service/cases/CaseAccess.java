package org.haina.service.cases;

import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.Visibilities;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** The one door to a single case: what a caller may not see does not exist, and what an official sees is recorded. */
@Service
public class CaseAccess {

    private final Cases cases;
    private final Visibilities visibilities;
    private final Audit audit;

    CaseAccess(Cases cases, Visibilities visibilities, Audit audit) {
        this.cases = cases;
        this.visibilities = visibilities;
        this.audit = audit;
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
        return cases.find(number).filter(file -> visibilities.of(caller).sees(file.scope()));
    }
}
