package org.haina.service.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.DiagramDrawing;
import org.haina.processes.ProcessModel;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.clock.ClockName;
import org.haina.service.documents.Documents;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.ratings.Ratings;
import org.haina.service.terminations.HolderSide;
import org.haina.service.workflow.PassedActivity;
import org.haina.service.workflow.Workflow;
import org.haina.service.yearlychecks.YearlyChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case as its applicant sees it. */
@Controller
@RequestMapping("/cases/{number}")
@MayCall(Who.CITIZEN)
class OwnCaseController {

    private static final Set<String> ANSWERS = Set.of(CaseMove.ANSWER.name(), CaseMove.PASS_ON.name());

    private final OwnCase.Door door;
    private final Cases cases;
    private final Organs organs;
    private final CaseSituations situations;
    private final CaseClocks clocks;
    private final Documents documents;
    private final OwnMaterials materials;
    private final ClockWords clockWords;
    private final DataLooks looks;
    private final Workflow workflow;
    private final Ratings ratings;
    private final CaseAnswers answers;
    private final LaterPapers later;
    private final HolderSide holders;
    private final GuardianConsents consents;
    private final YearlyChecks yearly;
    private final Clock clock;

    OwnCaseController(
            OwnCase.Door door,
            Cases cases,
            Organs organs,
            CaseSituations situations,
            CaseClocks clocks,
            Documents documents,
            OwnMaterials materials,
            ClockWords clockWords,
            DataLooks looks,
            Workflow workflow,
            Ratings ratings,
            CaseAnswers answers,
            LaterPapers later,
            HolderSide holders,
            GuardianConsents consents,
            YearlyChecks yearly,
            Clock clock) {
        this.door = door;
        this.cases = cases;
        this.organs = organs;
        this.situations = situations;
        this.clocks = clocks;
        this.documents = documents;
        this.materials = materials;
        this.clockWords = clockWords;
        this.looks = looks;
        this.workflow = workflow;
        this.ratings = ratings;
        this.answers = answers;
        this.later = later;
        this.holders = holders;
        this.consents = consents;
        this.yearly = yearly;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String number, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        CaseStatus status = own.file().status();
        Organ organ = organs.get(own.file().district());
        List<TimelineEntry> timeline = new ArrayList<>(cases.timeline(own.number()));
        model.addAttribute("own", own);
        model.addAttribute("organ", organ);
        LaterPapers.View papers = later.of(own);
        model.addAttribute("papers", papers);
        model.addAttribute("situation", situations.of(own, papers.isOwing()));
        model.addAttribute("steps", StepBar.of(own, timeline));
        model.addAttribute("answer", answer(timeline));
        Collections.reverse(timeline);
        model.addAttribute("timeline", timeline);
        model.addAttribute("clock", explain(own));
        model.addAttribute("notice", clocks.deadline(own.number(), ClockName.NOTICE));
        model.addAttribute("clockWords", clockWords.of(own));
        model.addAttribute("documents", documents.of(own.number()));
        model.addAttribute("materials", materials.of(own));
        model.addAttribute("looks", looks(own, organ, DataLooks.Cursor.START));
        model.addAttribute("diagram", diagram(own));
        model.addAttribute("withdrawable", Situation.withdrawable(status));
        model.addAttribute(
                "rateable", status.isTerminal() && ratings.find(own.number()).isEmpty());
        model.addAttribute("sections", answers.of(own, citizen));
        model.addAttribute("consent", consents.of(own.number()).orElse(null));
        model.addAttribute("side", holders.of(own.file(), citizen));
        model.addAttribute("yearly", own.file().closedAt().isPresent() ? yearly.of(own.number()) : List.of());
        return "portal/case";
    }

    @GetMapping("/looks")
    String looks(
            @PathVariable String number, @RequestParam(defaultValue = "") String before, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        DataLooks.Cursor from = DataLooks.Cursor.of(before);
        model.addAttribute("own", own);
        model.addAttribute("first", from.equals(DataLooks.Cursor.START));
        model.addAttribute("looks", looks(own, organs.get(own.file().district()), from));
        return "portal/looks";
    }

    /** What a question was answered with, or who answers it. */
    private static @Nullable TimelineEntry answer(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> ANSWERS.contains(entry.kind()))
                .findFirst()
                .orElse(null);
    }

    private DataLooks.Page looks(OwnCase own, Organ organ, DataLooks.Cursor from) {
        String names = Stream.concat(
                        Stream.of(organ.name()),
                        own.file().participants().stream()
                                .flatMap(code -> organs.byCode(code).stream())
                                .map(Organ::name))
                .collect(Collectors.joining("、"));
        return looks.of(own.number(), names, clock.getZone(), from);
    }

    @GetMapping("/receipt")
    String receipt(@PathVariable String number, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        model.addAttribute("own", own);
        model.addAttribute("organ", organs.get(own.file().district()));
        model.addAttribute("barcode", Barcode.of(number));
        documents.receipt(own.number());
        model.addAttribute("documents", documents.of(own.number()));
        model.addAttribute("promise", clocks.deadline(own.number(), ClockName.DECISION));
        model.addAttribute("notice", clocks.deadline(own.number(), ClockName.NOTICE));
        return "portal/receipt";
    }

    private Optional<ClockExplanation> explain(OwnCase own) {
        return Situation.clock(own.file().status()).flatMap(name -> clocks.explain(own.number(), name));
    }

    private String diagram(OwnCase own) {
        ProcessModel model =
                ProcessModel.parse(own.item().key() + ".bpmn", own.item().model());
        List<PassedActivity> passed = own.file().processInstance().map(workflow::progress).orElse(List.of()).stream()
                .filter(p -> p.process().equals(model.key()))
                .toList();
        Set<String> current = passed.stream()
                .filter(p -> p.left().isEmpty())
                .map(PassedActivity::activity)
                .collect(Collectors.toSet());
        Set<String> done = passed.stream()
                .filter(p -> !p.cut())
                .map(PassedActivity::activity)
                .collect(Collectors.toSet());
        return DiagramDrawing.draw(model, done, current);
    }
}
