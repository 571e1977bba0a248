package org.haina.service.documents;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Printed documents, for those who may see the case; what an official opens is recorded. No REST controller: what goes
 * wrong with a link on a page is told by a page.
 */
@Controller
class DocumentController {

    /** In place of an id: the voucher exists from the moment of receipt, whether printed yet or not. */
    private static final String RECEIPT = "receipt-voucher";

    record Listed(String id, String type, String title, String number, Instant issuedAt, String href) {

        static Listed of(CaseDocument document) {
            return new Listed(
                    document.id().toString(),
                    document.type().template(),
                    document.title(),
                    document.number(),
                    document.issuedAt(),
                    "/api/v1/cases/" + document.caseNumber() + "/documents/" + document.id());
        }
    }

    private final Documents documents;
    private final DocumentPrinter printer;
    private final FileDownload download;
    private final CaseAccess access;
    private final Audit audit;

    DocumentController(
            Documents documents, DocumentPrinter printer, FileDownload download, CaseAccess access, Audit audit) {
        this.documents = documents;
        this.printer = printer;
        this.download = download;
        this.access = access;
        this.audit = audit;
    }

    @Operation(summary = "Documents of a case")
    @GetMapping("/api/v1/cases/{number}/documents")
    @MayCall({Who.CITIZEN, Who.OFFICIAL, Who.MACHINE})
    @ResponseBody
    Map<String, List<Listed>> list(@PathVariable String number, Caller caller) {
        CaseNumber wanted = access.open(known(number), caller).number();
        return Map.of("items", documents.of(wanted).stream().map(Listed::of).toList());
    }

    @Operation(summary = "A document of a case as PDF")
    @GetMapping({"/cases/{number}/documents/{id}", "/api/v1/cases/{number}/documents/{id}"})
    @MayCall({Who.CITIZEN, Who.OFFICIAL, Who.MACHINE})
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String id, Caller caller) {
        CaseNumber wanted = visible(number, caller);
        CaseDocument document = find(wanted, id);
        if (caller instanceof Caller.Official official) {
            audit.record(
                    new AuditEntry(official.account(), "document.read", "document:" + document.id(), wanted, Map.of()));
        }
        return download.attachment(printer.file(document.id()));
    }

    private CaseNumber visible(String number, Caller caller) {
        return access.check(known(number), caller).number();
    }

    private static CaseNumber known(String number) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        return new CaseNumber(number);
    }

    private CaseDocument find(CaseNumber number, String id) {
        if (id.equals(RECEIPT)) {
            return documents.receipt(number);
        }
        return documents.of(number).stream()
                .filter(document -> document.id().equals(uuid(id)))
                .findFirst()
                .orElseThrow(DocumentController::missing);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    private static Problem missing() {
        return Problem.notFound("这个办件没有这份文书。");
    }
}
