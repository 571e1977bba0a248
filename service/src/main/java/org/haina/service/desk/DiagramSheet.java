package org.haina.service.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models a case runs through, as pictures with marks and as lists that say the same. */
record DiagramSheet(List<Picture> pictures) {

    /**
     * @param done ids of the elements passed, separated by blanks
     * @param current ids of those the case stands at
     */
    record Picture(String process, String title, String done, String current, List<Step> steps) {}

    /** @param left empty while the case stands there */
    record Step(String name, Instant entered, Optional<Instant> left) {}
}
