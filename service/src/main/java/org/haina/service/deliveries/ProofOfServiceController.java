package org.haina.service.deliveries;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.haina.certificates.OfficialDocument;
import org.haina.certificates.printing.Bindings;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organs;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentContents;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.documents.Printing;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 送达回证 of one document, to be filled in and signed where it is served. Printed anew each time; nothing is kept. */
@Controller
class ProofOfServiceController {

    /** From their service the periods of remedies run. */
    private static final Set<DocumentType> DECISIONS = EnumSet.of(
            DocumentType.REFUSAL_TO_ACCEPT,
            DocumentType.DECISION_GRANTED,
            DocumentType.DECISION_REFUSED,
            DocumentType.GRANT_WITHDRAWAL_DECISION,
            DocumentType.ANNULMENT_DECISION,
            DocumentType.REVOCATION_DECISION,
            DocumentType.CANCELLATION_DECISION);

    private static final OfficialDocument FORM = OfficialDocument.named("proof-of-service");

    private final CaseAccess access;
    private final Documents documents;
    private final DocumentContents contents;
    private final Organs organs;
    private final Printing printing;
    private final FileDownload download;
    private final Audit audit;
    private final Clock clock;

    ProofOfServiceController(
            CaseAccess access,
            Documents documents,
            DocumentContents contents,
            Organs organs,
            Printing printing,
            FileDownload download,
            Audit audit,
            Clock clock) {
        this.access = access;
        this.documents = documents;
        this.contents = contents;
        this.organs = organs;
        this.printing = printing;
        this.download = download;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(summary = "The form on which the service of a document is confirmed, as PDF")
    @GetMapping("/desk/cases/{number}/documents/{id}/proof-of-service")
    @MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD, Who.SUPERVISOR})
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String id, Official official) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        CaseFile file = access.check(new CaseNumber(number), official);
        CaseDocument document = documents.of(file).stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这个办件没有这份文书。"));
        audit.record(new AuditEntry(
                official.account(), "document.proof", "document:" + document.id(), file.number(), Map.of()));
        return download.attachment("送达回证-" + file.number(), FileType.PDF, print(file, document));
    }

    private byte[] print(CaseFile file, CaseDocument document) {
        Instant at = clock.instant();
        var content = contents.heading(file, organs.byCode(document.org()).orElseThrow(), document.number(), at);
        var served = content.putObject("served").put("title", document.title()).put("number", document.number());
        if (DECISIONS.contains(document.type())) {
            served.put("remedies", "复议和诉讼的期限从收到日期起计算。");
        }
        return printing.print(FORM.template(), new Bindings(content), at);
    }
}
