package org.haina.service.filling;

import java.util.Map;

/**
 * What is known of a person before the first question.
 *
 * @param values by the names that {@code prefill} uses: {@code citizen.name}, {@code organisation.name}, {@code licence:TYPE.field}
 * @param licences identifier by type of licence, valid ones only
 * @param silent titles of the registers that did not answer
 */
record Known(Map<String, String> values, Map<String, String> licences, java.util.List<String> silent) {

    /** Where nobody was asked. */
    static final Known NOTHING = new Known(Map.of(), Map.of(), java.util.List.of());

    /** Both together. */
    Known and(Known other) {
        Map<String, String> both = new java.util.HashMap<>(values);
        both.putAll(other.values);
        return new Known(
                both,
                licences,
                java.util.stream.Stream.concat(silent.stream(), other.silent.stream())
                        .toList());
    }

    Known {
        values = Map.copyOf(values);
        licences = Map.copyOf(licences);
        silent = java.util.List.copyOf(silent);
    }
}
