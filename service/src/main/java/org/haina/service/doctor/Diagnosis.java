package org.haina.service.doctor;

import java.util.List;
import org.haina.processes.Finding;

/**
 * What an examination found.
 *
 * @param summary what was examined, in one line
 */
record Diagnosis(List<Finding> findings, String summary) {

    Diagnosis {
        findings = List.copyOf(findings);
    }

    boolean isHealthy() {
        return findings.isEmpty();
    }

    /** One line for each finding, or the summary. */
    List<String> lines() {
        return isHealthy()
                ? List.of("doctor: nothing found; " + summary)
                : findings.stream()
                        .map(f -> f.file() + ", " + f.element() + ", "
                                + f.reason().replaceAll("\\s+", " "))
                        .toList();
    }
}
