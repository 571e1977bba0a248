package org.haina.service.catalog;

/** What a feature needs to be true of an item's artefacts before the item may be offered. Each feature speaks for itself. */
public interface ItemInspection {

    /** Reports everything that is wrong; reads only. */
    void inspect(ItemFolder item, Report report);

    /** Where findings go. */
    @FunctionalInterface
    interface Report {

        /**
         * @param file path of the artefact
         * @param element id, key or name of the place in it
         * @param reason what is wrong, in one sentence
         */
        void add(String file, String element, String reason);

        /** Adds a finding unless the condition holds. */
        default void unless(boolean holds, String file, String element, String reason) {
            if (!holds) {
                add(file, element, reason);
            }
        }
    }
}
