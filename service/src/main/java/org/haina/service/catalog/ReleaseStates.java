package org.haina.service.catalog;

import java.util.Optional;
import org.haina.service.keys.ItemKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the start of a release decides: its items are offered, unless people have decided otherwise. */
@Service
class ReleaseStates {

    private static final String REASON = "随系统版本发布";

    private final VersionStates states;

    ReleaseStates(VersionStates states) {
        this.states = states;
    }

    /**
     * Publishes a version of this release in place of an earlier one. What a person has taken out of the offer, or has
     * preferred to this very version, is not overturned by a start.
     */
    @Transactional
    public void publish(ItemKey key, long id) {
        states.lock(key);
        Optional<VersionEntry> published = states.published(key);
        if (published.filter(entry -> entry.id() == id).isPresent() || isDecided(key, id, published)) {
            return;
        }
        published.ifPresent(entry -> states.set(entry.id(), VersionState.RETIRED, VersionEntry.RELEASE, REASON));
        states.set(id, VersionState.PUBLISHED, VersionEntry.RELEASE, REASON);
    }

    private boolean isDecided(ItemKey key, long id, Optional<VersionEntry> published) {
        if (published.isEmpty()) {
            return states.lastDecider(key)
                    .filter(actor -> !actor.equals(VersionEntry.RELEASE))
                    .isPresent();
        }
        return !states.isUntouched(id)
                && (published.get().isDecidedByPerson()
                        || states.find(id)
                                .filter(VersionEntry::isDecidedByPerson)
                                .isPresent());
    }
}
