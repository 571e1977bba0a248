package org.haina.service.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.audit.AuditExcerpts;
import org.haina.service.audit.AuditExcerpts.Excerpt;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 归档: packs one case, all of it as of one moment. */
@Service
class Packing {

    private final ArchiveQueue queue;
    private final Cases cases;
    private final Documents documents;
    private final OutboundLedger calls;
    private final AuditExcerpts log;
    private final CaseParts parts;
    private final CasePapers papers;
    private final Keeping keeping;
    private final TransactionTemplate oneMoment;

    Packing(
            ArchiveQueue queue,
            Cases cases,
            Documents documents,
            OutboundLedger calls,
            AuditExcerpts log,
            CaseParts parts,
            CasePapers papers,
            Keeping keeping,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.cases = cases;
        this.documents = documents;
        this.calls = calls;
        this.log = log;
        this.parts = parts;
        this.papers = papers;
        this.keeping = keeping;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A package if the case is ready for one; else it is put off. */
    void pack(CaseNumber number) {
        documents.receipt(number);
        oneMoment.executeWithoutResult(status -> {
            // The case before its place in the queue, as everybody does who writes on a closed case.
            CaseFile file = cases.lock(number);
            if (queue.lock(number)) {
                packOrPutOff(file);
            }
        });
    }

    private void packOrPutOff(CaseFile file) {
        Optional<List<PackedFile>> ready = entries(file);
        if (ready.isEmpty()) {
            queue.putOff(file.number());
            return;
        }
        keeping.keep(file, ready.get());
        queue.done(file.number());
    }

    /** Empty while something of the case is under way. */
    private Optional<List<PackedFile>> entries(CaseFile file) {
        if (calls.of(file.number()).stream().anyMatch(call -> call.doneAt() == null)) {
            return Optional.empty();
        }
        Optional<Excerpt> sealed = log.of(file.number());
        return sealed.flatMap(excerpt -> papers.of(file).map(printed -> {
            List<PackedFile> entries = new ArrayList<>(parts.of(file));
            entries.add(parts.log(excerpt));
            entries.addAll(printed);
            return entries;
        }));
    }
}
