package org.haina.service.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organs;
import org.haina.service.guide.OpenRounds;
import org.haina.service.keys.ItemKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的办件: what waits for the citizen first, then drafts, then all cases. */
@Controller
@MayCall(Who.CITIZEN)
class MyCasesController {

    private static final int PAGE = 20;

    private final CaseLists cases;
    private final Drafts drafts;
    private final Catalog catalog;
    private final Organs organs;
    private final OpenRounds rounds;
    private final Clock clock;

    MyCasesController(CaseLists cases, Drafts drafts, Catalog catalog, Organs organs, OpenRounds rounds, Clock clock) {
        this.cases = cases;
        this.drafts = drafts;
        this.catalog = catalog;
        this.organs = organs;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** One case in the list. */
    record Line(OwnCase own, Situation situation) {}

    /** One draft in the list. */
    record DraftLine(String title, String path, Instant at) {}

    @GetMapping("/my/cases")
    String list(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable Long before,
            Citizen citizen,
            Model model) {
        Instant start = before == null ? clock.instant().plusSeconds(1) : Instant.ofEpochMilli(before);
        List<CaseFile> found = cases.of(citizen.party(), start, PAGE + 1);
        List<CaseFile> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("cases", page.stream().map(this::line).toList());
        model.addAttribute("first", before == null);
        model.addAttribute(
                "next", found.size() > PAGE ? page.get(PAGE - 1).receivedAt().toEpochMilli() : null);
        model.addAttribute("drafts", before == null ? drafts(citizen) : List.of());
        model.addAttribute("rounds", before == null ? rounds.toldTo(citizen.party()) : List.of());
        return "portal/cases";
    }

    private List<DraftLine> drafts(Citizen citizen) {
        return drafts.open(citizen.party()).stream()
                .map(draft -> new DraftLine(title(draft.item()), "/applications/" + draft.id(), draft.updatedAt()))
                .toList();
    }

    private String title(ItemKey key) {
        return catalog.find(key).map(item -> item.definition().title().zh()).orElse(key.value());
    }

    private Line line(CaseFile file) {
        OwnCase own = new OwnCase(file, catalog.version(file.itemVersion()));
        return new Line(own, Situation.of(own, organs.get(file.district()).name()));
    }
}
