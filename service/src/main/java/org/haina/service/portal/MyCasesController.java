package org.haina.service.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Visibilities;
import org.haina.service.access.Who;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.guide.OpenRounds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.haina.service.renewals.Renewals;
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
    private final Visibilities visibilities;
    private final Drafts drafts;
    private final Catalog catalog;
    private final CaseSituations situations;
    private final OpenRounds rounds;
    private final Parties parties;
    private final DeferredPapers deferred;
    private final Renewals renewals;

    MyCasesController(
            CaseLists cases,
            Visibilities visibilities,
            Drafts drafts,
            Catalog catalog,
            CaseSituations situations,
            OpenRounds rounds,
            Parties parties,
            DeferredPapers deferred,
            Renewals renewals) {
        this.cases = cases;
        this.visibilities = visibilities;
        this.drafts = drafts;
        this.catalog = catalog;
        this.situations = situations;
        this.rounds = rounds;
        this.parties = parties;
        this.deferred = deferred;
        this.renewals = renewals;
    }

    /**
     * One case in the list.
     *
     * @param applicant whose it is, in full; empty if it is the citizen's own
     */
    record Line(OwnCase own, Situation situation, String applicant) {}

    /**
     * One draft in the list.
     *
     * @param applicant for whom it is filled in, in full; empty if for the citizen
     */
    record DraftLine(String title, String applicant, String path, Instant at) {}

    @GetMapping("/my/cases")
    String list(@RequestParam(defaultValue = "") String after, Citizen citizen, Model model) {
        Optional<CaseNumber> last =
                Optional.of(after).filter(CaseNumber::isValid).map(CaseNumber::new);
        List<CaseFile> found = cases.of(visibilities.of(citizen), citizen.party(), last, PAGE + 1);
        List<CaseFile> page = found.subList(0, Math.min(PAGE, found.size()));
        List<Draft> begun = last.isEmpty() ? drafts.open(citizen.party()) : List.of();
        Map<PartyId, PartyView> others = parties.viewsForAgent(Stream.concat(
                        page.stream().map(CaseFile::applicant), begun.stream().map(Draft::applicant))
                .filter(applicant -> !applicant.equals(citizen.party()))
                .collect(Collectors.toSet()));
        Set<CaseNumber> owing = deferred.owing(page);
        Set<CaseNumber> instead = situations.instead(page);
        Set<CaseNumber> stuck = situations.stuck(page);
        model.addAttribute(
                "cases",
                page.stream()
                        .map(file -> line(
                                file,
                                others,
                                own -> situations.of(
                                        own,
                                        owing.contains(own.number()),
                                        instead.contains(own.number()),
                                        stuck.contains(own.number()))))
                        .toList());
        model.addAttribute("first", last.isEmpty());
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).number() : null);
        model.addAttribute(
                "drafts", begun.stream().map(draft -> line(draft, others)).toList());
        model.addAttribute("rounds", last.isEmpty() ? rounds.toldTo(citizen.party()) : List.of());
        model.addAttribute("renewals", last.isEmpty() ? renewals.of(citizen) : List.of());
        return "portal/cases";
    }

    private DraftLine line(Draft draft, Map<PartyId, PartyView> others) {
        return new DraftLine(
                title(draft), name(draft.applicant(), others), "/applications/" + draft.id(), draft.updatedAt());
    }

    /** Also of an item that takes no application any more. */
    private String title(Draft draft) {
        return catalog.version(draft.itemVersion()).definition().title().zh();
    }

    private Line line(CaseFile file, Map<PartyId, PartyView> others, Function<OwnCase, Situation> situation) {
        OwnCase own = new OwnCase(file, catalog.version(file.itemVersion()));
        return new Line(own, situation.apply(own), name(file.applicant(), others));
    }

    private static String name(PartyId applicant, Map<PartyId, PartyView> others) {
        return Optional.ofNullable(others.get(applicant)).map(PartyView::name).orElse("");
    }
}
