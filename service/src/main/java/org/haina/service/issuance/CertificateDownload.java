package org.haina.service.issuance;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The signed file, for those who may see the case. */
@Controller
class CertificateDownload {

    private final Certificates certificates;
    private final CaseAccess access;
    private final FileDownload download;
    private final Audit audit;

    CertificateDownload(Certificates certificates, CaseAccess access, FileDownload download, Audit audit) {
        this.certificates = certificates;
        this.access = access;
        this.download = download;
        this.audit = audit;
    }

    @Operation(summary = "The certificate of a case, PDF/A-2b with signature")
    @GetMapping({"/cases/{number}/certificate", "/api/v1/cases/{number}/certificate"})
    @MayCall({Who.CITIZEN, Who.OFFICIAL, Who.MACHINE})
    ResponseEntity<byte[]> download(@PathVariable String number, Caller caller) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        CaseNumber wanted = new CaseNumber(number);
        access.check(wanted, caller);
        FileId file = certificates
                .of(wanted)
                .flatMap(Certificate::file)
                .orElseThrow(() -> Problem.notFound("这个办件还没有证书。证书制作完成后，可以在“我的办件”下载。"));
        if (caller instanceof Caller.Official official) {
            audit.record(new AuditEntry(official.account(), "certificate.read", "case", wanted, Map.of()));
        }
        return download.attachment(file);
    }
}
