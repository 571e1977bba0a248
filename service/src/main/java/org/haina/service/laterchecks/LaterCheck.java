package org.haina.service.laterchecks;

import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/**
 * The later check of one case.
 *
 * @param processInstance id of its own root process instance
 * @param finding what the one who looked into it wrote; empty until then
 * @param foundBy account
 * @param reasons of the decider; empty until then, and if nothing had to be decided
 */
record LaterCheck(
        CaseNumber number,
        String processInstance,
        Optional<String> finding,
        Optional<String> foundBy,
        Optional<Result> result,
        Optional<String> reasons) {

    /** How it ended. */
    enum Result {
        KEPT,
        ANNULLED,
        UPHELD
    }
}
