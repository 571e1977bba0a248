package org.haina.service.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.edge.GuessLimit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a case stands, for whoever knows its number and the end of the applicant's document. A wrong pair gets the same
 * words after the same work whether the case exists or not; only what cannot be a number or an ending is told at its
 * field. Limited strictly for each address and
 * for each number.
 */
@Controller
@RequestMapping("/status")
@MayCall(Who.ANYBODY)
class StatusController {

    /** Compared with in the place of an applicant who is not there. */
    private static final PartyId NOBODY = new PartyId(new java.util.UUID(0, 0));

    /** Looked for in the place of what is no case number; of the year 2000, so never given out. */
    private static final CaseNumber NO_CASE = new CaseNumber("HN00000000000000");

    private final Cases cases;
    private final Parties parties;
    private final Catalog catalog;
    private final CaseSituations situations;
    private final CaseClocks clocks;
    private final DeferredPapers deferred;
    private final GuessLimit guesses;

    StatusController(
            Cases cases,
            Parties parties,
            Catalog catalog,
            CaseSituations situations,
            CaseClocks clocks,
            DeferredPapers deferred,
            GuessLimit guesses) {
        this.cases = cases;
        this.parties = parties;
        this.catalog = catalog;
        this.situations = situations;
        this.clocks = clocks;
        this.deferred = deferred;
        this.guesses = guesses;
    }

    @GetMapping
    String ask() {
        return "portal/status";
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String ending,
            Model model) {
        StatusQuestion question = new StatusQuestion(number, ending);
        Map<String, String> mistakes = question.mistakes();
        model.addAttribute("number", number.length() > 40 ? "" : number);
        model.addAttribute("mistakes", mistakes);
        if (mistakes.isEmpty()) {
            look(question, model);
        }
        return "portal/status";
    }

    private void look(StatusQuestion question, Model model) {
        String wanted = question.number();
        guesses.ask(wanted);
        Optional<CaseFile> file = cases.find(CaseNumber.isValid(wanted) ? new CaseNumber(wanted) : NO_CASE);
        boolean matches = parties.matchesLastFour(file.map(CaseFile::applicant).orElse(NOBODY), question.ending());
        if (file.isPresent() && matches) {
            show(file.get(), model);
        } else {
            model.addAttribute("error", "没有查到。请核对办件编号和证件号码后四位；两项都对才会显示进度。");
        }
    }

    private void show(CaseFile file, Model model) {
        OwnCase own = new OwnCase(file, catalog.version(file.itemVersion()));
        model.addAttribute("own", own);
        boolean owing = !deferred.owing(List.of(file)).isEmpty();
        model.addAttribute("situation", situations.of(own, owing));
        if (file.status() == CaseStatus.RECEIVED) {
            clocks.deadline(file.number(), ClockName.NOTICE).ifPresent(notice -> model.addAttribute("notice", notice));
        }
        model.addAttribute("steps", StepBar.of(own, cases.timeline(file.number())));
    }
}
