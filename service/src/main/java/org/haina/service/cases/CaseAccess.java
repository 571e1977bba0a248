package org.haina.service.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Visibilities;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door to a single case: what a caller may not see does not exist, and what an official sees is recorded.
 * So is an attempt to see the case of somebody else. What a {@link ContentRule} closes exists, but is not read: only who asks
 * for a glance gets the case then, without its answers.
 */
@Service
public class CaseAccess {

    private final Cases cases;
    private final Visibilities visibilities;
    private final List<ContentRule> rules;
    private final Audit audit;
    private final TransactionTemplate apart;

    CaseAccess(
            Cases cases,
            Visibilities visibilities,
            List<ContentRule> rules,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.visibilities = visibilities;
        this.rules = List.copyOf(rules);
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens a case for somebody.
     *
     * @throws Problem if there is none that this caller may see, or its content is closed to him
     */
    public CaseFile open(CaseNumber number, Caller caller) {
        CaseFile file = visible(number, caller).orElseThrow(Cases::unknown);
        recordRead(file, caller, readable(file, caller));
        return file;
    }

    /** As {@link #open}; empty, and nothing recorded, if its content is closed to this caller. */
    public Optional<CaseFile> openUnlessClosed(CaseNumber number, Caller caller) {
        CaseFile file = visible(number, caller).orElseThrow(Cases::unknown);
        Sight sight = sight(file, caller);
        if (sight.isClosed()) {
            return Optional.empty();
        }
        recordRead(file, caller, sight);
        return Optional.of(file);
    }

    /** As {@link #open}, for a part of a page that was opened already: not recorded again. */
    public CaseFile check(CaseNumber number, Caller caller) {
        CaseFile file = visible(number, caller).orElseThrow(Cases::unknown);
        readable(file, caller);
        return file;
    }

    /**
     * That a case exists and how far it has come, for pages and lists that show nothing of what was filed. Not recorded.
     *
     * @return without its answers where they are closed to this caller
     * @throws Problem if there is none that this caller may see
     */
    public CaseFile glance(CaseNumber number, Caller caller) {
        return find(number, caller).orElseThrow(Cases::unknown);
    }

    /** As {@link #glance}; empty if there is none that this caller may see. */
    public Optional<CaseFile> find(CaseNumber number, Caller caller) {
        return visible(number, caller).map(file -> sight(file, caller).isClosed() ? file.withoutData() : file);
    }

    /** True if what the case holds may not be read by this caller now. */
    public boolean isClosed(CaseNumber number, Caller caller) {
        return sight(visible(number, caller).orElseThrow(Cases::unknown), caller)
                .isClosed();
    }

    /** True if there is such a case and this caller may read it now; not recorded as read. */
    public boolean isReadable(CaseNumber number, Caller caller) {
        return visible(number, caller)
                .filter(file -> !sight(file, caller).isClosed())
                .isPresent();
    }

    private Optional<CaseFile> visible(CaseNumber number, Caller caller) {
        Optional<CaseFile> file = cases.find(number);
        if (file.isPresent() && (!visibilities.of(caller).sees(file.get().scope()) || isHidden(file.get(), caller))) {
            record("case.denied", number, caller);
            return Optional.empty();
        }
        return file;
    }

    private boolean isHidden(CaseFile file, Caller caller) {
        return caller instanceof Official official && rules.stream().anyMatch(rule -> rule.hides(file, official));
    }

    private Sight readable(CaseFile file, Caller caller) {
        Sight sight = sight(file, caller);
        if (sight.isClosed()) {
            record("case.closed", file.number(), caller);
            throw new Problem(HttpStatus.FORBIDDEN, "content-closed", "查阅须经批准", sight.refusal());
        }
        return sight;
    }

    private Sight sight(CaseFile file, Caller caller) {
        return caller instanceof Official official
                ? rules.stream()
                        .map(rule -> rule.sight(file, official))
                        .filter(sight -> !sight.equals(Sight.FREE))
                        .findFirst()
                        .orElse(Sight.FREE)
                : Sight.FREE;
    }

    private void recordRead(CaseFile file, Caller caller, Sight sight) {
        if (caller instanceof Official official) {
            Map<String, String> why = sight.purpose().isEmpty() ? Map.of() : Map.of("reason", sight.purpose());
            audit.record(new AuditEntry(official.account(), "case.read", "case", file.number(), why));
        }
    }

    /** Apart from the caller's transaction, which the refusal ends. */
    private void record(String action, CaseNumber number, Caller caller) {
        if (caller instanceof Caller.Anonymous) {
            return;
        }
        apart.executeWithoutResult(
                status -> audit.record(new AuditEntry(caller.id(), action, "case", number, Map.of())));
    }
}
