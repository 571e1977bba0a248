package org.haina.service.minors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.minors.MinorAccess.Outcome;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What officials of the organ ask to read, and what they may: for whoever is responsible in it or, of complaints, supervises. */
@Controller
@RequestMapping("/desk/minor-access")
@MayCall({Who.DECIDER, Who.HEAD, Who.SUPERVISOR})
class MinorApprovalsController {

    private static final int PAGE = 50;
    private static final int LONGEST_OPINION = 500;
    private static final String HOME = "redirect:/desk/minor-access";

    /** @param whose masked name of the case's applicant; empty for all cases of the item */
    record Row(MinorAccess access, String item, String whose) {}

    private final MinorAccesses accesses;
    private final AccessRows rows;
    private final CaseLists cases;
    private final Parties parties;
    private final Catalog catalog;

    MinorApprovalsController(
            MinorAccesses accesses, AccessRows rows, CaseLists cases, Parties parties, Catalog catalog) {
        this.accesses = accesses;
        this.rows = rows;
        this.cases = cases;
        this.parties = parties;
        this.catalog = catalog;
    }

    @GetMapping
    String waiting(Official manager, @RequestParam Optional<UUID> after, Model model) {
        model.addAttribute("count", rows.countWaiting(manager));
        return page(rows.waiting(manager, after, PAGE + 1), after, model, "minors/approvals");
    }

    @GetMapping("/granted")
    String granted(Official manager, @RequestParam Optional<UUID> after, Model model) {
        return page(rows.standing(manager, after, accesses.today(), PAGE + 1), after, model, "minors/granted");
    }

    /** @param ask what was ticked */
    @PostMapping
    String decide(
            Official manager,
            @RequestParam Outcome outcome,
            @RequestParam(required = false, defaultValue = "") List<UUID> ask,
            @RequestParam(defaultValue = "") String opinion,
            RedirectAttributes flash) {
        String why = opinion.strip();
        if (ask.isEmpty()) {
            return late("没有选择。请勾选要批准或者不批准的申请。", ask, why, flash);
        }
        if (why.length() > LONGEST_OPINION || outcome == Outcome.REFUSED && why.isEmpty()) {
            return late("不批准的，请写明理由（最多 %d 个字）。".formatted(LONGEST_OPINION), ask, why, flash);
        }
        long decided = counted(ask, id -> accesses.decide(id, outcome, why, manager));
        flash.addFlashAttribute(
                "done", (outcome == Outcome.APPROVED ? "已批准 %d 件。" : "已决定不批准 %d 件。").formatted(decided));
        return HOME;
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable UUID id, Official manager, RedirectAttributes flash) {
        if (accesses.revoke(id, manager)) {
            flash.addFlashAttribute("done", "已撤销，即时生效。");
        } else {
            flash.addFlashAttribute("late", "这项批准已经不再有效。");
        }
        return HOME + "/granted";
    }

    /** Back to the list with what was ticked and typed. */
    private static String late(String words, List<UUID> ask, String opinion, RedirectAttributes flash) {
        flash.addFlashAttribute("late", words);
        flash.addFlashAttribute("ticked", ask);
        flash.addFlashAttribute("opinion", opinion.substring(0, Math.min(opinion.length(), LONGEST_OPINION)));
        return HOME;
    }

    private static long counted(List<UUID> ids, Predicate<UUID> act) {
        return ids.stream().distinct().filter(act).count();
    }

    private String page(List<MinorAccess> found, Optional<UUID> after, Model model, String view) {
        List<MinorAccess> shown = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("rows", rows(shown));
        model.addAttribute("later", after.isPresent());
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return view;
    }

    /** One query for the cases and one for their names. */
    private List<Row> rows(List<MinorAccess> shown) {
        Map<CaseNumber, CaseFile> files = cases.files(
                shown.stream().flatMap(access -> access.number().stream()).collect(Collectors.toSet()));
        Set<PartyId> whose = files.values().stream().map(CaseFile::applicant).collect(Collectors.toSet());
        Map<PartyId, PartyView> names = parties.views(whose);
        return shown.stream()
                .map(access -> new Row(
                        access,
                        catalog.find(access.item())
                                .map(item -> item.definition().title().zh())
                                .orElse(access.item().value()),
                        access.number()
                                .flatMap(number -> Optional.ofNullable(files.get(number)))
                                .flatMap(file -> Optional.ofNullable(names.get(file.applicant())))
                                .map(PartyView::name)
                                .orElse("")))
                .toList();
    }
}
