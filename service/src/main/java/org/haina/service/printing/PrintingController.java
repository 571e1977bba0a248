package org.haina.service.printing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.files.FileDownload;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.haina.service.uploads.FileType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of a day: look, choose, print. What was chosen stays chosen when it cannot be printed. */
@Controller
@RequestMapping("/desk/printing")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER})
class PrintingController {

    private static final int PAGE = 50;

    record Row(CaseDocument document, String applicant, boolean chosen) {}

    private final BatchPrinting printing;
    private final CaseLists cases;
    private final Parties parties;
    private final FileDownload download;
    private final Clock clock;

    PrintingController(BatchPrinting printing, CaseLists cases, Parties parties, FileDownload download, Clock clock) {
        this.printing = printing;
        this.cases = cases;
        this.parties = parties;
        this.download = download;
        this.clock = clock;
    }

    @GetMapping
    String list(Official official, @RequestParam Map<String, String> asked, Model model) {
        return show(DayQuery.of(asked, clock), Set.of(), official, model);
    }

    /** @param which {@code chosen} or {@code all} of the day and kind */
    @PostMapping
    Object print(
            Official official,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "chosen") String which,
            @RequestParam(name = "document", required = false) Optional<List<String>> ticked,
            Model model,
            HttpServletResponse response) {
        DayQuery query = DayQuery.of(asked, clock);
        Set<UUID> chosen = which.equals("all")
                ? ids(printing.list(query.whole(), official, BatchPrinting.MOST + 1))
                : ticked.stream()
                        .flatMap(Collection::stream)
                        .flatMap(text -> DayQuery.id(text).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            byte[] joined = printing.join(chosen, official);
            return download.attachment("文书-" + query.day() + "-" + chosen.size() + "份", FileType.PDF, joined);
        } catch (RefusedBatchException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("error", refused.words());
            return show(query, chosen, official, model);
        }
    }

    private String show(DayQuery query, Set<UUID> chosen, Official official, Model model) {
        List<CaseDocument> found = printing.list(query, official, PAGE + 1);
        List<CaseDocument> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("query", query);
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("rows", rows(page, chosen));
        model.addAttribute(
                "next", found.size() > PAGE ? query.href(page.get(PAGE - 1).id()) : null);
        return "printing/day";
    }

    /** One query for the cases and one for their names. */
    private List<Row> rows(List<CaseDocument> documents, Set<UUID> chosen) {
        Map<CaseNumber, CaseFile> files =
                cases.files(documents.stream().map(CaseDocument::caseNumber).collect(Collectors.toSet()));
        Map<PartyId, PartyView> names =
                parties.views(files.values().stream().map(CaseFile::applicant).collect(Collectors.toSet()));
        return documents.stream()
                .map(document -> new Row(
                        document,
                        Optional.ofNullable(files.get(document.caseNumber()))
                                .flatMap(file -> Optional.ofNullable(names.get(file.applicant())))
                                .map(PartyView::name)
                                .orElse("—"),
                        chosen.contains(document.id())))
                .toList();
    }

    private static Set<UUID> ids(List<CaseDocument> documents) {
        return documents.stream().map(CaseDocument::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
