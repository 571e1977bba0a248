package org.haina.service.filling;

import java.util.Map;

/**
 * What is known of a person before the first question.
 *
 * @param values by the names that {@code prefill} uses: {@code citizen.name}, {@code licence:TYPE.field}
 * @param licences identifier by type of licence, valid ones only
 * @param silent titles of the registers that did not answer
 */
record Known(Map<String, String> values, Map<String, String> licences, java.util.List<String> silent) {

    /** Where nobody was asked. */
    static final Known NOTHING = new Known(Map.of(), Map.of(), java.util.List.of());

    Known {
        values = Map.copyOf(values);
        licences = Map.copyOf(licences);
        silent = java.util.List.copyOf(silent);
    }
}
