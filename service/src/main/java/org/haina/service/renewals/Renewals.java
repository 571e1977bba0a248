package org.haina.service.renewals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.Mandated;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.decisions.EligibilityReason;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.yearlychecks.YearlyCheck;
import org.haina.service.yearlychecks.YearlyChecks;
import org.springframework.stereotype.Service;

/** 零表单确认即办: the licences of a citizen, or of whom he acts for, that come near their last day. */
@Service
public class Renewals {

    /**
     * What the page shows of one.
     *
     * @param path where the confirmation is sent
     * @param holder whose it is; empty if it is the citizen's own
     * @param askedBy last day on which whoever asks is protected
     * @param inTime true until that day
     * @param expired true once the last day has passed: it has to be applied for anew
     * @param anew path of the guide of the item that grants it
     * @param running number of the renewal that is under way
     * @param yearly what the last yearly check came to; empty if there was none
     * @param doubts why people will look at it; empty if the system may renew it by itself
     * @param registers who is asked when it is confirmed
     * @param newcomer true if the citizen has not applied for it before: he says how he is reached and served
     */
    public record Card(
            UUID edition,
            String path,
            String title,
            String number,
            String holder,
            LocalDate lastDay,
            LocalDate askedBy,
            boolean inTime,
            boolean expired,
            String anew,
            Optional<CaseNumber> running,
            Optional<String> yearly,
            List<String> doubts,
            String registers,
            boolean newcomer) {

        public Card {
            doubts = List.copyOf(doubts);
        }
    }

    /** A licence and the item that renews it. */
    record Due(Licence licence, ItemVersion item, RenewalWindow window) {}

    private final Licences licences;
    private final RenewalCases cases;
    private final Cleanness cleanness;
    private final YearlyChecks yearlyChecks;
    private final Mandates mandates;
    private final Parties parties;
    private final Catalog catalog;
    private final Clock clock;

    Renewals(
            Licences licences,
            RenewalCases cases,
            Cleanness cleanness,
            YearlyChecks yearlyChecks,
            Mandates mandates,
            Parties parties,
            Catalog catalog,
            Clock clock) {
        this.licences = licences;
        this.cases = cases;
        this.cleanness = cleanness;
        this.yearlyChecks = yearlyChecks;
        this.mandates = mandates;
        this.parties = parties;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Those that may be renewed now, or have expired lately without. */
    public List<Card> of(Citizen citizen) {
        return due(citizen).map(due -> card(due, citizen)).toList();
    }

    /** The one of this edition, if it is the citizen's to renew. */
    Optional<Due> find(Citizen citizen, UUID edition) {
        return due(citizen)
                .filter(due -> due.licence().edition().equals(edition))
                .findFirst();
    }

    private Stream<Due> due(Citizen citizen) {
        return catalog.items().stream()
                .flatMap(item -> Optional.ofNullable(item.definition().renewal()).stream()
                        .flatMap(rule -> holders(citizen, item)
                                .flatMap(holder -> licences.of(holder, rule.item()).stream())
                                .flatMap(licence -> due(licence, item, rule).stream())));
    }

    /** Himself, and whom he has a mandate of today that covers the item. */
    private Stream<PartyId> holders(Citizen citizen, ItemVersion item) {
        return Stream.concat(
                        Stream.of(citizen.party()),
                        mandates.of(citizen.party()).stream()
                                .filter(mandated -> mandated.covers(mandated.principal(), item.key()))
                                .map(Mandated::principal))
                .distinct();
    }

    private Optional<Due> due(Licence licence, ItemVersion item, Renewal rule) {
        LocalDate today = LocalDate.now(clock);
        return licence.validUntil()
                .filter(lastDay -> !today.isAfter(lastDay.plusDays(rule.opens())))
                .map(lastDay -> new Due(licence, item, RenewalWindow.of(rule, lastDay)))
                .filter(due -> due.window().on(today) != RenewalWindow.Stand.EARLY);
    }

    private Card card(Due due, Citizen citizen) {
        Licence licence = due.licence();
        RenewalWindow.Stand stand = due.window().on(LocalDate.now(clock));
        boolean own = licence.holder().equals(citizen.party());
        return new Card(
                licence.edition(),
                "/my/licences/" + licence.edition() + "/renewal",
                licence.title(),
                licence.number(),
                own ? "" : parties.name(licence.holder()),
                due.window().lastDay(),
                due.window().askedBy(),
                stand == RenewalWindow.Stand.IN_TIME,
                stand == RenewalWindow.Stand.OVER,
                "/items/" + licence.item(),
                cases.running(licence, due.item().key()),
                yearlyChecks.of(licence.grantedBy()).stream().findFirst().map(Renewals::words),
                cleanness.against(licence).stream()
                        .map(EligibilityReason::explanation)
                        .toList(),
                parties.isOrganisation(licence.holder()) ? "登记机关的登记" : "公安机关人口登记",
                cases.appliedIn(licence, citizen.party()).isEmpty());
    }

    private static String words(YearlyCheck check) {
        return check.year() + "年度：" + check.state();
    }
}
