package org.haina.service.catalog;

import java.util.Optional;
import org.haina.service.keys.District;

/**
 * An organ: in charge of a district or of the city, or one with a part in its cases.
 *
 * @param named name under which models hand a phase to it; empty for an organ in charge
 * @param uscc unified social credit code
 * @param mark what its documents are numbered under (机关代字), of no other organ
 * @param reconsideration organ that reconsiders its decisions (行政复议法 24)
 * @param court court that has jurisdiction over its decisions
 */
public record Organ(
        District district,
        Optional<String> named,
        String uscc,
        String name,
        String mark,
        String reconsideration,
        String court) {

    public Organ {
        if (mark == null || mark.isBlank()) {
            throw new IllegalArgumentException("Organ " + uscc + " has no mark to number its documents under");
        }
    }
}
