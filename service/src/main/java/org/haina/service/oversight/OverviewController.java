package org.haina.service.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Deadline;
import org.haina.service.complaints.Complaints;
import org.haina.service.desk.DueChip;
import org.haina.service.intake.NoticeExceptions;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItemFilter.Position;
import org.haina.service.worklist.WorkItemPage;
import org.haina.service.worklist.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open work of all districts, the overdue first; supervisors look and act through the organs. */
@Controller
@RequestMapping("/oversight/cases")
@MayCall(Who.SUPERVISOR)
class OverviewController {

    private static final int PAGE = 50;
    private static final Duration YEAR = Duration.ofDays(365);

    /** One open task. */
    record Row(WorkItem item, String organ, DueChip due) {}

    /** How often something was counted of an organ within a year. */
    record Counted(String organ, int times) {}

    /** A case that waits for its applicant: nobody has a task in it. */
    record Waiting(CaseNumber number, String item, String organ, DueChip due) {}

    private final WorkItems items;
    private final CaseLists cases;
    private final Catalog catalog;
    private final CaseClocks clocks;
    private final Organs organs;
    private final NoticeExceptions exceptions;
    private final Complaints complaints;
    private final Clock clock;

    OverviewController(
            WorkItems items,
            CaseLists cases,
            Catalog catalog,
            CaseClocks clocks,
            Organs organs,
            NoticeExceptions exceptions,
            Complaints complaints,
            Clock clock) {
        this.items = items;
        this.cases = cases;
        this.catalog = catalog;
        this.clocks = clocks;
        this.organs = organs;
        this.exceptions = exceptions;
        this.complaints = complaints;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam Optional<String> district, @RequestParam Optional<String> after, Model model) {
        Optional<District> wanted =
                district.filter(code -> code.matches("\\d{6}")).map(District::new);
        WorkItemPage page = items.overview(wanted, after.flatMap(Position::parse), PAGE);
        model.addAttribute("rows", rows(page.items()));
        model.addAttribute("waiting", after.isEmpty() ? waiting(wanted) : List.of());
        model.addAttribute("organs", organs.all());
        Instant since = clock.instant().minus(YEAR);
        model.addAttribute("forgotten", after.isEmpty() ? counted(exceptions.countedSince(since)) : List.of());
        model.addAttribute("complaints", after.isEmpty() ? counted(complaints.countedSince(since)) : List.of());
        model.addAttribute("district", wanted.map(District::code).orElse(""));
        model.addAttribute(
                "after", after.flatMap(Position::parse).map(Object::toString).orElse(""));
        model.addAttribute("next", page.next().map(Object::toString).orElse(null));
        return "oversight/cases";
    }

    private List<Counted> counted(Map<String, Integer> counted) {
        return organs.all().stream()
                .map(organ -> new Counted(organ.name(), counted.getOrDefault(organ.uscc(), 0)))
                .filter(row -> row.times() > 0)
                .toList();
    }

    private List<Waiting> waiting(Optional<District> district) {
        List<CaseFile> found = cases.standingIn(CaseStatus.AWAITING_CORRECTION, district, 100);
        Map<CaseNumber, Deadline> due =
                clocks.dueDates(found.stream().map(CaseFile::number).toList());
        return found.stream()
                .map(file -> new Waiting(
                        file.number(),
                        catalog.version(file.itemVersion()).definition().title().zh(),
                        organ(file.district()),
                        DueChip.of(due.get(file.number()))))
                .toList();
    }

    private String organ(District district) {
        return organs.find(district).map(Organ::name).orElse(district.code());
    }

    private List<Row> rows(List<WorkItem> found) {
        Map<CaseNumber, Deadline> due =
                clocks.dueDates(found.stream().map(WorkItem::number).toList());
        return found.stream()
                .map(item -> new Row(
                        item,
                        organs.byCode(item.org()).map(Organ::name).orElse(item.org()),
                        DueChip.of(due.get(item.number()))))
                .toList();
    }
}
