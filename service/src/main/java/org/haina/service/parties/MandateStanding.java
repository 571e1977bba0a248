package org.haina.service.parties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.ItemKey;

/**
 * Whether one party may act for another in an item on a day, and if not why.
 *
 * @param mandate what the answer rests on; empty only if there is none at all
 */
public record MandateStanding(State state, Optional<Mandate> mandate) {

    /** Why it holds or does not. */
    public enum State {
        HOLDS,
        NOT_YET,
        EXPIRED,
        /** There is one today, for other items. */
        OTHER_ITEM,
        NONE
    }

    /** @param mandates all of the one for the other that were not revoked */
    static MandateStanding of(List<Mandate> mandates, ItemKey item, LocalDate today) {
        List<Mandate> fitting =
                mandates.stream().filter(mandate -> mandate.covers(item)).toList();
        List<Mandate> holding =
                fitting.stream().filter(mandate -> mandate.isValidOn(today)).toList();
        return latest(guardians(holding), State.HOLDS)
                .or(() -> latest(holding, State.HOLDS))
                .or(() -> latest(
                        fitting.stream()
                                .filter(mandate -> mandate.validFrom().isAfter(today))
                                .toList(),
                        State.NOT_YET))
                .or(() -> latest(fitting, State.EXPIRED))
                .or(() -> latest(
                        mandates.stream()
                                .filter(mandate -> mandate.isValidOn(today))
                                .toList(),
                        State.OTHER_ITEM))
                .orElseGet(() -> new MandateStanding(State.NONE, Optional.empty()));
    }

    /** The law's word before the child's own: no order takes a guardian's place. */
    private static List<Mandate> guardians(List<Mandate> mandates) {
        return mandates.stream()
                .filter(mandate -> mandate.kind() == Mandate.Kind.GUARDIAN)
                .toList();
    }

    private static Optional<MandateStanding> latest(List<Mandate> mandates, State state) {
        return mandates.stream()
                .max(Comparator.comparing(Mandate::validUntil))
                .map(mandate -> new MandateStanding(state, Optional.of(mandate)));
    }

    public boolean holds() {
        return state == State.HOLDS;
    }
}
