package org.haina.service.ratings;

import java.time.Instant;
import java.util.List;

/** What somebody thought of the handling of one case. */
public record Rating(Level level, List<String> reasons, String words, Instant at) {

    public Rating {
        reasons = List.copyOf(reasons);
    }
}
