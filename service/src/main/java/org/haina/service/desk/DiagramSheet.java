package org.haina.service.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The models a case runs through, as pictures with marks and as lists that say the same. */
record DiagramSheet(List<Picture> pictures) {

    /**
     * @param done ids of the elements passed, separated by blanks
     * @param current ids of those the case stands at
     */
    record Picture(String process, String title, String done, String current, List<Step> steps) {

        /** True if the organ plans how long the steps take. */
        public boolean isPlanned() {
            return steps.stream().anyMatch(step -> step.until().isPresent());
        }
    }

    /**
     * @param left empty while the case stands there
     * @param until the last day planned for it, if one is
     * @param late true if it took longer, or does
     */
    record Step(String name, Instant entered, Optional<Instant> left, Optional<LocalDate> until, boolean late) {}
}
