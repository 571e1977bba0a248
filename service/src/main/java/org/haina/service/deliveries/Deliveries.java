package org.haina.service.deliveries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.edge.Problem;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When and how the documents of a case were served. */
@Service
public class Deliveries {

    /** The answer by which an applicant agrees to be served online. */
    private static final String CONSENT = "electronicService";

    /** Told as they happen, at the counter or online, or served by an act of their own. */
    private static final Set<DocumentType> NOT_SERVED =
            EnumSet.of(DocumentType.RECEIPT_VOUCHER, DocumentType.STATEMENT_NOTICE);

    private final DeliveryRows rows;
    private final Cases cases;
    private final Catalog catalog;
    private final Audit audit;
    private final ChineseWords zh;
    private final Clock clock;

    Deliveries(DeliveryRows rows, Cases cases, Catalog catalog, Audit audit, ChineseWords zh, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.audit = audit;
        this.zh = zh;
        this.clock = clock;
    }

    /**
     * By document; what is not there has not been served. A document of who agreed to be served online is served on the day it
     * was issued, when it lies on the page of the case (国务院令第716号 12); where the form does not ask, nothing but the
     * page was promised.
     */
    public Map<UUID, Delivery> of(CaseFile file, List<CaseDocument> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        if (isOnline(file)) {
            return documents.stream()
                    .map(document -> new Delivery(document.id(), Optional.empty(), day(document), "", ""))
                    .collect(Collectors.toMap(Delivery::document, Function.identity()));
        }
        return rows.of(file.number()).stream().collect(Collectors.toMap(Delivery::document, Function.identity()));
    }

    /**
     * Those that wait to be served on paper.
     *
     * @param served as {@link #of} tells it
     */
    public List<CaseDocument> waiting(List<CaseDocument> documents, Map<UUID, Delivery> served) {
        return documents.stream()
                .filter(document -> !NOT_SERVED.contains(document.type()))
                .filter(document -> !served.containsKey(document.id()))
                .toList();
    }

    /** True if this applicant is served on the page of the case. */
    public boolean isOnline(CaseFile file) {
        boolean asked = catalog.version(file.itemVersion())
                .applicationForm()
                .layout()
                .questions()
                .anyMatch(question -> question.field().equals(CONSENT));
        return !asked || file.data().path(CONSENT).asBoolean(false);
    }

    /**
     * Puts down a service on paper; the caller holds the case.
     *
     * @throws Problem if the day is before the document or in the future, or the document was served before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseFile file, CaseDocument document, Delivery served, Official by) {
        LocalDate today = LocalDate.now(clock);
        LocalDate issued = day(document);
        if (served.on().isBefore(issued) || served.on().isAfter(today)) {
            throw Problem.invalid("送达之日应当在" + zh.day(issued) + "（文书日期）至" + zh.day(today) + "（今天）之间，请核对。", Map.of());
        }
        if (!rows.insert(served, by, clock.instant())) {
            throw Problem.conflict("“" + document.title() + "”的送达已经登记过。");
        }
        cases.note(
                file.number(),
                "DOCUMENT_SERVED",
                "%s（%s）于%s%s".formatted(document.title(), document.number(), zh.day(served.on()), served.label()),
                "",
                Actor.of(by));
        audit.record(new AuditEntry(
                by.account(),
                "document.serve",
                "document:" + document.id(),
                file.number(),
                Map.of("method", served.label())));
    }

    private LocalDate day(CaseDocument document) {
        return LocalDate.ofInstant(document.issuedAt(), clock.getZone());
    }
}
