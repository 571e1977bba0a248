package org.haina.service.publications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.springframework.stereotype.Service;

/** The published grants, the newest first. */
@Service
class PublishedGrants {

    /** An entry as shown today. */
    record Shown(PublishedGrant grant, String organ, GrantState state) {

        public boolean isStanding() {
            return state == GrantState.IN_FORCE;
        }
    }

    /** @param next where the following page begins; empty on the last */
    record Page(List<Shown> rows, Optional<GrantSearch.Place> next) {}

    private final GrantRows rows;
    private final Organs organs;
    private final Clock clock;

    PublishedGrants(GrantRows rows, Organs organs, Clock clock) {
        this.rows = rows;
        this.organs = organs;
        this.clock = clock;
    }

    /** @param limit rows of a page, 1 to 1,000 */
    Page page(GrantSearch search, int limit) {
        List<PublishedGrant> found = rows.page(search, limit + 1);
        List<PublishedGrant> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(this::shown).toList(),
                found.size() > limit ? Optional.of(GrantSearch.Place.of(page.get(limit - 1))) : Optional.empty());
    }

    /** Organs that have published something. */
    List<Organ> organs() {
        return rows.organs().stream()
                .flatMap(code -> organs.byCode(code).stream())
                .toList();
    }

    private Shown shown(PublishedGrant grant) {
        return new Shown(
                grant,
                organs.byCode(grant.org()).map(Organ::name).orElse(grant.org()),
                grant.stateOn(LocalDate.now(clock)));
    }
}
