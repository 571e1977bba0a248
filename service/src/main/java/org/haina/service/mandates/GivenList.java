package org.haina.service.mandates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.GivenMandate;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The orders of one principal, twenty on a page, the latest first. */
@Component
class GivenList {

    private static final int PAGE = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /**
     * One of them.
     *
     * @param scope title of the one item, or that it covers all
     * @param open true while it can be taken back
     */
    record Line(Mandate mandate, PartyView agent, String scope, String state, String tone, boolean open) {}

    private final Mandates mandates;
    private final Parties parties;
    private final Catalog catalog;

    GivenList(Mandates mandates, Parties parties, Catalog catalog) {
        this.mandates = mandates;
        this.parties = parties;
        this.catalog = catalog;
    }

    /** @param after id of the last one of the page before, as the address has it */
    void show(PartyId principal, String after, LocalDate today, Model model) {
        Optional<UUID> last = id(after);
        List<GivenMandate> found = mandates.givenBy(principal, last, PAGE + 1);
        List<GivenMandate> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<PartyId, PartyView> agents = parties.views(
                page.stream().map(given -> given.mandate().agent()).toList());
        model.addAttribute(
                "lines",
                page.stream()
                        .flatMap(given -> Optional.ofNullable(
                                        agents.get(given.mandate().agent()))
                                .stream()
                                .map(agent -> line(given, agent, today)))
                        .toList());
        model.addAttribute("first", last.isEmpty());
        model.addAttribute(
                "next", found.size() > PAGE ? page.get(PAGE - 1).mandate().id() : null);
    }

    private Line line(GivenMandate given, PartyView agent, LocalDate today) {
        Mandate mandate = given.mandate();
        boolean open = given.isOpenOn(today);
        String state = given.revokedAt().isPresent() ? "已收回" : !open ? "已到期" : mandate.isValidOn(today) ? "有效" : "尚未生效";
        return new Line(mandate, agent, scope(mandate), state, open ? "chip chip-done" : "chip", open);
    }

    private String scope(Mandate mandate) {
        return mandate.item()
                .map(item -> catalog.find(item)
                        .map(found -> found.definition().title().zh())
                        .orElse(item.value()))
                .orElse("全部可以代办的事项");
    }

    /** What the same agent may still do for the same principal, in words, once this order is over; empty if nothing. */
    Optional<String> besides(UUID ended) {
        return Optional.of(mandates.besides(ended).stream()
                        .map(other -> scope(other) + "（到" + DAY.format(other.validUntil()) + "）")
                        .collect(Collectors.joining("、")))
                .filter(words -> !words.isEmpty());
    }

    static Optional<UUID> id(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
