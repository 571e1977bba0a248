package org.haina.service.desk;

import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.LicenceFiles;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The materials and models of a case: asked for each time whether the reader may see the case and the file is its. */
@Controller
@RequestMapping("/desk/cases/{number}")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD, Who.SUPERVISOR})
class CaseMaterialController {

    private static final String LOOKED_AT = "经办人员核对申请材料";

    /** A licence has one or two pages; more are in the file. */
    private static final int MOST_PAGES = 6;

    private final CaseAccess access;
    private final MaterialSheets materials;
    private final LicenceFiles licences;
    private final DiagramSheets diagrams;
    private final Catalog catalog;
    private final FileDownload download;
    private final Audit audit;

    CaseMaterialController(
            CaseAccess access,
            MaterialSheets materials,
            LicenceFiles licences,
            DiagramSheets diagrams,
            Catalog catalog,
            FileDownload download,
            Audit audit) {
        this.access = access;
        this.materials = materials;
        this.licences = licences;
        this.diagrams = diagrams;
        this.catalog = catalog;
        this.download = download;
        this.audit = audit;
    }

    /** Frames for the pages of a file, inside the case's page or, without scripts, on one of their own; each page is a look. */
    @GetMapping("/files/{file}")
    String view(
            @PathVariable String number,
            @PathVariable String file,
            Official official,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        FileId wanted = file(number, file, official);
        model.addAttribute("number", number);
        model.addAttribute("file", wanted);
        model.addAttribute("count", download.pages(wanted));
        return fragment ? "desk/material :: pages" : "desk/material";
    }

    @GetMapping("/files/{file}/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable String number, @PathVariable String file, @PathVariable int page, Official official) {
        FileId wanted = file(number, file, official);
        record(official, number, wanted, "material.read", Map.of("page", String.valueOf(page)));
        return download.page(wanted, page);
    }

    @GetMapping("/files/{file}/original")
    ResponseEntity<byte[]> original(@PathVariable String number, @PathVariable String file, Official official) {
        FileId wanted = file(number, file, official);
        record(official, number, wanted, "material.downloaded", Map.of());
        return download.attachment(wanted);
    }

    /** The pages of what the applicant took from the e-licence store, fetched there now. */
    @GetMapping("/licences/{material}/view")
    String licenceView(
            @PathVariable String number,
            @PathVariable String material,
            Official official,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        CaseFile file = access.check(CasePageController.number(number), official);
        byte[] pdf = licences.fetch(file, material, LOOKED_AT);
        audit.record(
                new AuditEntry(official.account(), "material.read", "licence:" + material, file.number(), Map.of()));
        model.addAttribute("number", number);
        model.addAttribute("material", material);
        model.addAttribute("pictures", download.pictures(pdf, MOST_PAGES));
        return fragment ? "desk/licence :: pages" : "desk/licence";
    }

    /** The same as a file. */
    @GetMapping("/licences/{material}")
    ResponseEntity<byte[]> licence(@PathVariable String number, @PathVariable String material, Official official) {
        CaseFile file = access.check(CasePageController.number(number), official);
        byte[] pdf = licences.fetch(file, material, LOOKED_AT);
        audit.record(new AuditEntry(
                official.account(), "material.downloaded", "licence:" + material, file.number(), Map.of()));
        return download.attachment("电子证照-" + file.number(), FileType.PDF, pdf);
    }

    @GetMapping(path = "/models/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> model(@PathVariable String number, @PathVariable String process, Official official) {
        CaseFile file = access.check(CasePageController.number(number), official);
        return ResponseEntity.ok(diagrams.model(catalog.version(file.itemVersion()), process)
                .orElseThrow(() -> Problem.notFound("没有这个流程图。")));
    }

    private FileId file(String number, String file, Official official) {
        CaseNumber known =
                access.check(CasePageController.number(number), official).number();
        if (!file.matches("[0-9a-f-]{36}") || !materials.holds(known, FileId.of(file))) {
            throw Problem.notFound("这个办件没有这份材料，或者材料已被替换。");
        }
        return FileId.of(file);
    }

    private void record(Official official, String number, FileId file, String action, Map<String, String> detail) {
        audit.record(new AuditEntry(official.account(), action, "file:" + file, new CaseNumber(number), detail));
    }
}
