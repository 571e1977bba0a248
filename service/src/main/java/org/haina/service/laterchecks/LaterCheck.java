package org.haina.service.laterchecks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.keys.CaseNumber;

/**
 * The later check of one case.
 *
 * @param processInstance id of its own root process instance
 * @param finding what the one who looked into it wrote; empty until then
 * @param foundBy account
 * @param rectifyBy last day of the order to put things right; empty where none was made
 * @param rectification what was found when the order was looked into
 * @param rectificationBy account
 * @param reasons of the decider; empty until then, and if nothing had to be decided
 */
record LaterCheck(
        CaseNumber number,
        String processInstance,
        Optional<String> finding,
        Optional<String> foundBy,
        Optional<LocalDate> rectifyBy,
        Optional<String> rectification,
        Optional<String> rectificationBy,
        Optional<Result> result,
        Optional<String> reasons) {

    /** What was found, at first and when the order was looked into, in this order. */
    List<String> findings() {
        return Stream.of(finding, rectification).flatMap(Optional::stream).toList();
    }

    /** True if what was found and stands was found by this account. */
    boolean wasFoundBy(String account) {
        return Stream.of(foundBy, rectificationBy).flatMap(Optional::stream).anyMatch(account::equals);
    }

    /** How it ended. */
    enum Result {
        KEPT,
        /** Not kept at first, then put right within the order's time. */
        RECTIFIED,
        ANNULLED,
        UPHELD,
        /** The grant has ended by an act of its own. */
        OVERTAKEN
    }
}
