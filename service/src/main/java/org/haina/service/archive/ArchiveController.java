package org.haina.service.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The packages of a case, for supervisors, who see all cases. A package has everything in clear, so each download says
 * why and is recorded (个人信息保护法 6). Auditors see no case: they verify without opening, on a page of their own.
 */
@Controller
@RequestMapping("/desk/cases/{number}/archive")
@MayCall(Who.SUPERVISOR)
class ArchiveController {

    private static final int LONGEST_REASON = 200;

    /** @param size in bytes */
    record Row(Edition edition, long size) {}

    private final CaseAccess access;
    private final CaseArchives archives;
    private final Files files;
    private final FileDownload download;
    private final Audit audit;

    ArchiveController(CaseAccess access, CaseArchives archives, Files files, FileDownload download, Audit audit) {
        this.access = access;
        this.archives = archives;
        this.files = files;
        this.download = download;
        this.audit = audit;
    }

    @GetMapping
    String list(@PathVariable String number, Official supervisor, Model model) {
        return show(file(number, supervisor), model);
    }

    @PostMapping("/{edition}/verification")
    String verify(@PathVariable String number, @PathVariable String edition, Official supervisor, Model model) {
        CaseFile file = file(number, supervisor);
        Edition wanted = edition(file.number(), edition);
        audit.record(
                new AuditEntry(supervisor.account(), "archive.verified", wanted.subject(), file.number(), Map.of()));
        model.addAttribute("verified", wanted);
        model.addAttribute("findings", archives.verify(wanted));
        return show(file, model);
    }

    @PostMapping("/{edition}")
    Object download(
            @PathVariable String number,
            @PathVariable String edition,
            @RequestParam(defaultValue = "") String reason,
            Official supervisor,
            Model model,
            HttpServletResponse response) {
        CaseFile file = file(number, supervisor);
        Edition wanted = edition(file.number(), edition);
        String why = reason.strip();
        if (why.length() < 2 || why.length() > LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", wanted.edition());
            model.addAttribute("typed", why.substring(0, Math.min(why.length(), LONGEST_REASON)));
            return show(file, model);
        }
        audit.record(new AuditEntry(
                supervisor.account(), "archive.read", wanted.subject(), file.number(), Map.of("reason", why)));
        return download.attachment(wanted.file());
    }

    private String show(CaseFile file, Model model) {
        List<Edition> editions = archives.of(file.number());
        Map<FileId, Long> sizes = files
                .find(editions.stream().map(Edition::file).toList())
                .values()
                .stream()
                .collect(Collectors.toMap(StoredFile::id, StoredFile::size));
        model.addAttribute("file", file);
        model.addAttribute(
                "rows",
                editions.stream()
                        .map(edition -> new Row(edition, sizes.getOrDefault(edition.file(), 0L)))
                        .toList());
        return "archive/case";
    }

    private CaseFile file(String number, Official supervisor) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        return access.check(new CaseNumber(number), supervisor);
    }

    private Edition edition(CaseNumber number, String edition) {
        return Optional.of(edition)
                .filter(text -> text.matches("\\d{1,6}"))
                .flatMap(text -> archives.of(number).stream()
                        .filter(found -> found.edition() == Integer.parseInt(text))
                        .findFirst())
                .orElseThrow(() -> Problem.notFound("这个办件没有这一版归档包。"));
    }
}
