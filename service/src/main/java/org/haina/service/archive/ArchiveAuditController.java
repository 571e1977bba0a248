package org.haina.service.archive;

import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Auditors prove that a package is what the log says, and see nothing of what is in it. */
@Controller
@RequestMapping("/oversight/archives")
@MayCall(Who.AUDITOR)
class ArchiveAuditController {

    record Row(Edition edition, List<ArchiveFinding> findings) {}

    private final CaseArchives archives;
    private final Audit audit;

    ArchiveAuditController(CaseArchives archives, Audit audit) {
        this.archives = archives;
        this.audit = audit;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("number", "");
        return "archive/verification";
    }

    /** A post: it is recorded, and reads whole packages. */
    @PostMapping
    String verify(@RequestParam(defaultValue = "") String number, Official auditor, Model model) {
        String typed = number.replace("\0", "").strip();
        model.addAttribute("number", typed);
        if (!CaseNumber.isValid(typed)) {
            model.addAttribute("wrong", true);
            return "archive/verification";
        }
        CaseNumber wanted = new CaseNumber(typed);
        audit.record(new AuditEntry(auditor.account(), "archive.verified", "archive:" + wanted, wanted, Map.of()));
        model.addAttribute(
                "rows",
                archives.of(wanted).stream()
                        .map(edition -> new Row(edition, archives.verify(edition)))
                        .toList());
        return "archive/verification";
    }
}
