package org.haina.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The artefacts under test, as they lie on the class path. */
final class Artefacts {
    static final List<String> PHASES = List.of(
            "phases/intake.bpmn",
            "phases/checks.bpmn",
            "phases/review.bpmn",
            "phases/decision.bpmn",
            "phases/upper-decision.bpmn",
            "phases/issuance.bpmn");
    static final String TEACHER = "services/teacher-qualification/teacher-qualification.bpmn";
    static final String ELIGIBILITY = "services/teacher-qualification/teacher-qualification-eligibility.dmn";
    static final String COMPETENCE = "services/teacher-qualification/teacher-qualification-competence.dmn";

    static final String RETIREMENT_AGE = "phases/retirement-age.dmn";
    static final String SENIOR = "services/teacher-qualification-senior/teacher-qualification-senior.bpmn";
    static final String SENIOR_ELIGIBILITY =
            "services/teacher-qualification-senior/teacher-qualification-senior-eligibility.dmn";

    private Artefacts() {}

    static byte[] bytes(String path) {
        try (InputStream in = Artefacts.class.getResourceAsStream("/haina/processes/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("No artefact " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
