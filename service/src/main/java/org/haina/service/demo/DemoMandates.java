package org.haina.service.demo;

import java.time.LocalDate;
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

/**
 * The demo organisations and the letters by which the demo's agents act for them, and the children of the demo's guardians as
 * the register of the population has them, recorded once.
 */
@DemoOnly
class DemoMandates {

    private static final String CODE = "001";
    private static final String REGISTER = "人口库亲子关系核验（演示）";
    private static final int OF_AGE = 18;

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
        DemoPersons.get().all().forEach(person -> person.children()
                .forEach(child -> DemoPersons.get().findByKey(child).ifPresent(found -> guard(person, found))));
    }

    private void guard(DemoPerson person, DemoPerson child) {
        PartyId guardian = parties.recordCitizen(person.idType(), person.idNumber(), person.name());
        PartyId minor = parties.record(child.idType(), child.idNumber(), child.name());
        LocalDate ofAge = child.birthDate().plusYears(OF_AGE);
        if (mandates.everHeldBy(guardian).stream()
                .noneMatch(known -> known.principal().equals(minor))) {
            mandates.grant(
                    Mandate.of(
                            Mandate.Kind.GUARDIAN,
                            guardian,
                            minor,
                            Optional.empty(),
                            child.birthDate(),
                            ofAge.minusDays(1),
                            REGISTER),
                    "demo");
        }
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
