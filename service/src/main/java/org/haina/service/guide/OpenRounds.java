package org.haina.service.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.haina.processes.ItemDefinition.Round;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Component;

/** Rounds that have opened and of which somebody wanted to be told. */
@Component
public class OpenRounds {

    private final Catalog catalog;
    private final Reminders reminders;
    private final Clock clock;

    OpenRounds(Catalog catalog, Reminders reminders, Clock clock) {
        this.catalog = catalog;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** @param path of the item's guide */
    public record Opened(String item, String path, Round round) {}

    /** Rounds open today that this person asked to be reminded of. */
    public List<Opened> askedFor(PartyId party) {
        LocalDate today = LocalDate.now(clock);
        return catalog.items().stream()
                .filter(item -> item.definition().window() != null)
                .flatMap(item -> java.util.Objects.requireNonNull(
                                item.definition().window())
                        .openOn(today)
                        .stream()
                        .filter(round -> reminders.has(party, item.key(), round.opens()))
                        .map(round -> new Opened(item.definition().title().zh(), "/items/" + item.key(), round)))
                .toList();
    }
}
