package org.haina.service.oversight;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.complaints.UntakenComplaints;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckJob;
import org.haina.service.workflow.StuckSteps;
import org.haina.service.workflow.StuckSteps.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 卡住的办件: cases whose next step the system has failed at for good, for operators; nothing of what applicants wrote. */
@Controller
@RequestMapping("/oversight/stuck")
@MayCall(Who.OPERATOR)
class StuckPageController {

    private static final int PAGE = 50;
    private static final int TOLD = 20;
    private static final String HOME = "redirect:/oversight/stuck";
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})\\.([0-9a-f-]{1,64})");

    /** @param version of the item, whose page is where wrong files are put right */
    record Row(StuckJob step, String item, long version, String organ) {}

    /** A complaint that nobody takes up. */
    record Untaken(CaseNumber number, String organ, Instant since, int barred) {}

    private final StuckSteps stuck;
    private final StepRetries retries;
    private final CaseLists cases;
    private final Catalog catalog;
    private final Organs organs;
    private final UntakenComplaints untaken;

    StuckPageController(
            StuckSteps stuck,
            StepRetries retries,
            CaseLists cases,
            Catalog catalog,
            Organs organs,
            UntakenComplaints untaken) {
        this.stuck = stuck;
        this.retries = retries;
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.untaken = untaken;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        List<StuckJob> found = stuck.list(place(after), PAGE + 1);
        List<StuckJob> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<CaseNumber, CaseFile> files =
                cases.files(shown.stream().map(StuckJob::number).toList());
        model.addAttribute(
                "rows",
                shown.stream()
                        .flatMap(step ->
                                Optional.ofNullable(files.get(step.number())).map(file -> row(step, file)).stream())
                        .toList());
        model.addAttribute("count", stuck.count());
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? cursor(shown.get(PAGE - 1)) : null);
        model.addAttribute("untaken", untaken.list().stream().map(this::row).toList());
        model.addAttribute("retried", stuck.retried(TOLD));
        return "oversight/stuck";
    }

    /** @param only the one row whose button was pressed; otherwise those ticked, or all that were listed */
    @PostMapping("/retry")
    String retry(
            Official operator,
            @RequestParam Optional<String> only,
            @RequestParam Optional<String> all,
            @RequestParam(defaultValue = "") List<String> step,
            @RequestParam(defaultValue = "") List<String> listed,
            @RequestParam(defaultValue = "") String after,
            RedirectAttributes flash) {
        Set<String> chosen = new LinkedHashSet<>(only.map(List::of).orElse(all.isPresent() ? listed : step));
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("late", "没有选择办件。请勾选要重试的办件。");
            return back(after);
        }
        long begun = chosen.stream().filter(one -> retries.retry(one, operator)).count();
        long late = chosen.size() - begun;
        if (begun > 0) {
            flash.addFlashAttribute("done", "已安排重试 %d 件，结果见本页“最近的重试”。".formatted(begun));
        }
        if (late > 0) {
            flash.addFlashAttribute("late", "%d 件没有重试：已由他人重试，或者已不再卡住。".formatted(late));
        }
        return back(after);
    }

    private Row row(StuckJob step, CaseFile file) {
        return new Row(
                step,
                catalog.version(file.itemVersion()).definition().title().zh(),
                file.itemVersion(),
                organs.find(file.district()).map(Organ::name).orElse(file.org()));
    }

    private Untaken row(UntakenComplaints.Untaken complaint) {
        return new Untaken(
                complaint.number(),
                organs.byCode(complaint.org()).map(Organ::name).orElse(complaint.org()),
                complaint.since(),
                complaint.barred());
    }

    private static String cursor(StuckJob step) {
        return step.since().toEpochMilli() + "." + step.job();
    }

    private static Optional<Place> place(String text) {
        return Optional.of(CURSOR.matcher(text))
                .filter(Matcher::matches)
                .map(found -> new Place(Instant.ofEpochMilli(Long.parseLong(found.group(1))), found.group(2)));
    }

    private static String back(String after) {
        return place(after).isPresent() ? HOME + "?after=" + after : HOME;
    }
}
