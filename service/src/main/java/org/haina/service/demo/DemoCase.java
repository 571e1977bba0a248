package org.haina.service.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.haina.service.cases.CaseStatus;
import org.haina.service.keys.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * How far one person's case goes.
 *
 * @param person key of the demo person
 * @param guardian key of the demo person who applies for this one; null if the person applies himself
 * @param item key of what is applied for; null for teacher-qualification
 * @param until where it stays
 * @param reported true if it stays there only once the organ above has it
 * @param corrected true if a one-time notice is asked and answered on the way
 * @param follows item of the same person whose case must have been granted before, as the licence that is changed; null for none
 * @param ends days from now on which the licence that it brings ends, so that it was made that long ago; null for a new one
 * @param ago working days since it was filed; null for some days that leave time for all steps
 * @param words reasons or answer of the official, or reasons of the applicant who withdraws; empty where none are needed
 * @param form the answers, the person's own name and number where they are asked; null if the person's papers say them
 */
record DemoCase(
        String person,
        @Nullable String guardian,
        @Nullable String item,
        CaseStatus until,
        boolean reported,
        boolean corrected,
        @Nullable String follows,
        @Nullable Integer ends,
        @Nullable Integer ago,
        @Nullable String words,
        @Nullable ObjectNode form) {

    static final ItemKey TEACHERS = new ItemKey("teacher-qualification");

    private static final int ALL_STEPS = 8;
    private static final String NAME = "name";
    private static final String ID_NUMBER = "idNumber";

    ItemKey itemKey() {
        return item == null ? TEACHERS : new ItemKey(item);
    }

    /** What the case before it is found by; empty if none has to be. */
    Optional<String> keyBefore() {
        return Optional.ofNullable(follows).map(earlier -> person + ":" + earlier);
    }

    /** What it is found by: one person may have a case of each item. */
    String key() {
        return item == null ? person : person + ":" + item;
    }

    /** True if it lies years back. */
    boolean isOld() {
        return ends != null;
    }

    /** The answers that this applicant gives. */
    ObjectNode answers(DemoApplicant applicant) {
        if (form == null) {
            return applicant.form();
        }
        ObjectNode answers = form.deepCopy();
        if (answers.has(NAME)) {
            answers.put(NAME, applicant.name());
        }
        if (answers.has(ID_NUMBER)) {
            answers.put(ID_NUMBER, applicant.idNumber());
        }
        return answers;
    }

    /** Never null. */
    String text() {
        return words == null ? "" : words;
    }

    int daysAgo() {
        return ago == null ? ALL_STEPS + Math.floorMod(person.hashCode(), ALL_STEPS) : ago;
    }

    /** All of {@code demo-cases.yaml}, in the order they are made. */
    static List<DemoCase> all() {
        try (var in = DemoCase.class.getResourceAsStream("demo-cases.yaml")) {
            return List.copyOf(new ObjectMapper(new YAMLFactory())
                    .readValue(Objects.requireNonNull(in), Plan.class)
                    .cases());
        } catch (IOException e) {
            throw new UncheckedIOException("demo-cases.yaml cannot be read", e);
        }
    }

    private record Plan(List<DemoCase> cases) {}
}
