package org.haina.service.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我要代办: for whom the citizen may act, in which items and until when. */
@Controller
@MayCall(Who.CITIZEN)
class MandatesController {

    private final Mandates mandates;
    private final Parties parties;
    private final Catalog catalog;
    private final Clock clock;

    MandatesController(Mandates mandates, Parties parties, Catalog catalog, Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * One mandate.
     *
     * @param scope title of the one item, or that it covers all
     * @param href where that item is applied for; empty if it is not one item or not today
     */
    record Line(
            Mandate mandate, PartyView principal, String scope, String href, boolean valid, String state, String tone) {

        public boolean isOrganisation() {
            return Parties.isOrganisation(principal.idType());
        }

        /** True if the organisation's cases may be taken over by this order. */
        public boolean isTakes() {
            return valid && isOrganisation() && mandate.kind() == Mandate.Kind.AGENT;
        }
    }

    @GetMapping("/my/mandates")
    String list(Citizen citizen, Model model) {
        List<Mandate> held = mandates.everHeldBy(citizen.party());
        Map<PartyId, PartyView> principals =
                parties.viewsForAgent(held.stream().map(Mandate::principal).toList());
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "lines",
                held.stream()
                        .flatMap(mandate -> Optional.ofNullable(principals.get(mandate.principal())).stream()
                                .map(principal -> line(mandate, principal, today)))
                        .toList());
        return "portal/mandates";
    }

    private Line line(Mandate mandate, PartyView principal, LocalDate today) {
        boolean valid = mandate.isValidOn(today);
        String state = valid ? "有效" : mandate.validFrom().isAfter(today) ? "尚未生效" : "已到期";
        return new Line(
                mandate,
                principal,
                mandate.item().map(this::title).orElse("全部可以代办的事项"),
                valid ? mandate.item().map(item -> "/items/" + item).orElse("") : "",
                valid,
                state,
                valid ? "chip chip-done" : "chip chip-yellow");
    }

    private String title(ItemKey item) {
        return catalog.find(item).map(found -> found.definition().title().zh()).orElse(item.value());
    }
}
