package org.haina.service.demo;

import java.util.List;
import java.util.Optional;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPerson.Organisation;
import org.haina.integrations.DemoPersons;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** The demo organisations and the letters by which the demo's agents act for them, recorded once. */
@DemoOnly
class DemoMandates {

    private static final String CODE = "001";

    private final Parties parties;
    private final Mandates mandates;

    DemoMandates(Parties parties, Mandates mandates) {
        this.parties = parties;
        this.mandates = mandates;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void record() {
        DemoPersons.get().all().forEach(person -> person.organisations()
                .forEach(organisation -> record(person, organisation)));
    }

    private void record(DemoPerson person, Organisation organisation) {
        PartyId agent = parties.recordCitizen(person.idType(), person.idNumber(), person.name());
        PartyId principal = parties.record(CODE, organisation.uscc(), organisation.name());
        var letter = organisation.authority();
        List<Mandate> held = mandates.everHeldBy(agent);
        letter.items().stream()
                .map(ItemKey::new)
                .filter(item -> held.stream()
                        .noneMatch(known -> known.principal().equals(principal)
                                && known.item().equals(Optional.of(item))))
                .map(item -> Mandate.of(
                        Mandate.Kind.AGENT,
                        agent,
                        principal,
                        Optional.of(item),
                        letter.validFrom(),
                        letter.validUntil(),
                        letter.number()))
                .map(mandate ->
                        letter.commits().contains(mandate.item().orElseThrow().value())
                                ? mandate.committing()
                                : mandate)
                .forEach(mandate -> mandates.grant(mandate, "demo"));
    }
}
