package org.haina.processes;

import java.util.Map;
import java.util.Set;

/** One thing every model must keep to. */
interface ModelRule {
    void check(ProcessModel model, Surroundings around, Report report);

    /**
     * What a model is judged against.
     *
     * @param outcomes of each process that can be called, by key
     */
    record Surroundings(ModelCatalogue catalogue, Map<String, Set<String>> outcomes) {}

    /** Where findings go. */
    @FunctionalInterface
    interface Report {
        void add(String element, String reason);

        default void unless(boolean holds, String element, String reason) {
            if (!holds) {
                add(element, reason);
            }
        }
    }
}
