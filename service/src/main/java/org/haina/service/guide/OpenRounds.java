package org.haina.service.guide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Component;

/** Messages that a round has opened, for those who wanted to be told. */
@Component
public class OpenRounds {

    private final Catalog catalog;
    private final Reminders reminders;

    OpenRounds(Catalog catalog, Reminders reminders) {
        this.catalog = catalog;
        this.reminders = reminders;
    }

    /**
     * @param path of the item's guide
     * @param at when the same was sent to the citizen cloud
     */
    public record Opened(String item, String path, String round, LocalDate closes, Instant at) {}

    /** What this person was told of rounds that have not closed yet, newest first. */
    public List<Opened> toldTo(PartyId party) {
        return reminders.toldTo(party).stream()
                .flatMap(told -> catalog.find(told.item()).stream()
                        .map(item -> new Opened(
                                item.definition().title().zh(),
                                "/items/" + item.key(),
                                told.round(),
                                told.closes(),
                                told.at())))
                .toList();
    }
}
