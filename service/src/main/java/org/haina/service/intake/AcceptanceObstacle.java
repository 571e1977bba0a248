package org.haina.service.intake;

import java.util.Map;
import java.util.Optional;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;

/** What a feature knows that closes an outcome of the examination (受理审查). */
public interface AcceptanceObstacle {

    /** By outcome, why it cannot be chosen now; empty if nothing stands against any. */
    Map<String, String> barred(CaseNumber number);

    /** Why a correction cannot ask for another answer to a question of the form; empty if it can. */
    default Optional<String> unchangeable(ItemVersion item, String field) {
        return Optional.empty();
    }
}
