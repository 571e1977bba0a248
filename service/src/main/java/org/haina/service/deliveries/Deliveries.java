package org.haina.service.deliveries;

import java.time.Clock;
import java.time.Instant;
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
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.OnlineConsent;
import org.haina.service.edge.Problem;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.terminations.PaperService;
import org.haina.service.terminations.ServiceWay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When and how the documents of a case were served. */
@Service
public class Deliveries {

    /** Signed by the applicant or told as they happen, and one that is served by an act of its own. */
    private static final Set<DocumentType> NOT_SERVED = EnumSet.of(
            DocumentType.RECEIPT_VOUCHER,
            DocumentType.COMMITMENT_LETTER,
            DocumentType.APPROVAL_COMMITMENT,
            DocumentType.DEFERRAL_LETTER,
            DocumentType.GUARDIAN_CONSENT,
            DocumentType.STATEMENT_NOTICE);

    private final DeliveryRows rows;
    private final OnlineConsent consent;
    private final PaperService paper;
    private final Parties parties;
    private final Mandates mandates;
    private final Cases cases;
    private final Audit audit;
    private final ChineseWords zh;
    private final Clock clock;

    Deliveries(
            DeliveryRows rows,
            OnlineConsent consent,
            PaperService paper,
            Parties parties,
            Mandates mandates,
            Cases cases,
            Audit audit,
            ChineseWords zh,
            Clock clock) {
        this.rows = rows;
        this.consent = consent;
        this.paper = paper;
        this.parties = parties;
        this.mandates = mandates;
        this.cases = cases;
        this.audit = audit;
        this.zh = zh;
        this.clock = clock;
    }

    /**
     * By document; what is not there has not been served. A document of who agreed to be served online is served on the day it
     * was issued, when it lies on the page of the case (国务院令第716号 12), as long as somebody can open that page.
     */
    public Map<UUID, Delivery> of(CaseFile file, List<CaseDocument> documents) {
        Optional<LocalDate> last = documents.isEmpty() ? Optional.empty() : lastOnline(file);
        Map<UUID, Delivery> served = documents.stream()
                .filter(document ->
                        last.filter(day -> !day(document).isAfter(day)).isPresent())
                .map(document -> new Delivery(document.id(), Optional.empty(), day(document), "", ""))
                .collect(Collectors.toMap(Delivery::document, Function.identity()));
        if (served.size() < documents.size()) {
            rows.of(file.number()).forEach(one -> served.put(one.document(), one));
        }
        return Map.copyOf(served);
    }

    /**
     * Until when this applicant is served on the page of the case; empty: never. An organisation reads it through its agent: what
     * was issued after his order had ended, and the case was closed, has not reached it.
     */
    private Optional<LocalDate> lastOnline(CaseFile file) {
        if (!consent.given(file)) {
            return Optional.empty();
        }
        boolean forHimself = file.filedBy().equals(file.applicant().toString());
        if (forHimself || !parties.isOrganisation(file.applicant())) {
            return Optional.of(LocalDate.MAX);
        }
        if (file.agent().isEmpty()) {
            return Optional.empty();
        }
        MandateStanding standing = mandates.standing(file.agent().get(), file.applicant(), file.item());
        if (standing.holds()) {
            return Optional.of(LocalDate.MAX);
        }
        Optional<LocalDate> closed = file.closedAt().map(this::day);
        return standing.state() == MandateStanding.State.EXPIRED
                ? standing.mandate().map(Mandate::validUntil)
                : closed;
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

    /** A service on paper. @param on when it was handed over, left or posted; of a public notice when it was published */
    public Delivery onPaper(UUID document, ServiceWay way, LocalDate on, String receiver, String proof) {
        return new Delivery(document, Optional.of(way), paper.servedOn(way, on), receiver, proof);
    }

    /**
     * Puts down a service on paper; the caller holds the case.
     *
     * @param on when it was handed over, left or posted; of a public notice when it was published: it serves when its time is
     *     over, which may lie ahead
     * @throws Problem if the day is before the document or in the future, or the document was served before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseFile file, CaseDocument document, LocalDate on, Delivery served, Official by) {
        LocalDate today = LocalDate.now(clock);
        LocalDate issued = day(document);
        if (on.isBefore(issued) || on.isAfter(today)) {
            throw Problem.invalid("送达之日应当在" + zh.day(issued) + "（文书日期）至" + zh.day(today) + "（今天）之间，请核对。", Map.of());
        }
        if (!rows.insert(served, by, clock.instant())) {
            throw Problem.conflict("“" + document.title() + "”的送达已经登记过。");
        }
        cases.note(file.number(), "DOCUMENT_SERVED", told(document, on, served), "", Actor.of(by));
        audit.record(new AuditEntry(
                by.account(),
                "document.serve",
                "document:" + document.id(),
                file.number(),
                Map.of("method", served.label())));
    }

    private String told(CaseDocument document, LocalDate on, Delivery served) {
        String letter = "%s（%s）".formatted(document.title(), document.number());
        return served.on().equals(on)
                ? letter + "于" + zh.day(on) + served.label()
                : letter + "于" + zh.day(on) + "公告，公告期到" + zh.day(served.on()) + "届满即为送达";
    }

    private LocalDate day(CaseDocument document) {
        return day(document.issuedAt());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
