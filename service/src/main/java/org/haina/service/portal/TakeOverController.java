package org.haina.service.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.AgentChanges;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 接手办件: the cases of an organisation for whom it names last. Nothing of what was filed is shown before. */
@Controller
@RequestMapping("/my/mandates/{order}/cases")
@MayCall(Who.CITIZEN)
class TakeOverController {

    private final AgentChanges changes;
    private final Parties parties;
    private final Catalog catalog;

    TakeOverController(AgentChanges changes, Parties parties, Catalog catalog) {
        this.changes = changes;
        this.parties = parties;
        this.catalog = catalog;
    }

    /** One case, with the masked name of who acts in it now. */
    record Row(CaseFile file, String title, String state, String agent) {}

    @GetMapping
    String list(@PathVariable UUID order, Citizen citizen, Model model) {
        Mandate held = changes.order(order, citizen).orElseThrow(TakeOverController::none);
        List<CaseFile> open = changes.open(held);
        model.addAttribute("order", held);
        model.addAttribute("principal", parties.get(held.principal()));
        Map<PartyId, PartyView> agents = parties.views(
                open.stream().flatMap(file -> file.agent().stream()).collect(Collectors.toUnmodifiableSet()));
        model.addAttribute("rows", open.stream().map(file -> row(file, agents)).toList());
        return "portal/take-over";
    }

    private Row row(CaseFile file, Map<PartyId, PartyView> agents) {
        var item = catalog.version(file.itemVersion()).definition();
        return new Row(
                file,
                item.title().zh(),
                file.status().label(item),
                file.agent().map(agents::get).map(PartyView::name).orElse("—"));
    }

    @PostMapping("/{number}")
    String take(@PathVariable UUID order, @PathVariable String number, Citizen citizen) {
        if (changes.order(order, citizen).isEmpty()) {
            throw none();
        }
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        changes.take(new CaseNumber(number), citizen);
        return "redirect:/cases/" + number + "?taken";
    }

    private static Problem none() {
        return Problem.notFound("没有找到这份委托，或者它现在不在有效期内。");
    }
}
