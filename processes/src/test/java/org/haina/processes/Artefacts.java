package org.haina.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The artefacts under test, as they lie on the class path. */
final class Artefacts {
    /** Every phase there is. */
    static final List<String> PHASES =
            files("").filter(file -> file.matches("phases/.+\\.bpmn")).toList();

    static final String TEACHER = "services/teacher-qualification/teacher-qualification.bpmn";
    static final String ELIGIBILITY = "services/teacher-qualification/teacher-qualification-eligibility.dmn";
    static final String COMPETENCE = "services/teacher-qualification/teacher-qualification-competence.dmn";
    static final String SCORES = "services/score-certificate/score-certificate.bpmn";
    static final String SCORES_ELIGIBILITY = "services/score-certificate/score-certificate-eligibility.dmn";

    private Artefacts() {}

    /** Everything with this ending that lies in the module's own folders, by path, sorted. */
    static Stream<String> files(String end) {
        Path root = Path.of("").toAbsolutePath();
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(end) && path.matches("[a-z]+/.+") && !path.matches("(target|src)/.*"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
