package org.haina.processes;

/**
 * Something wrong with an artefact, for the doctor.
 *
 * @param file path of the artefact below its module
 * @param element id of the element, or of the file's process or decision when it is about the whole
 * @param reason what is wrong, in one sentence
 */
public record Finding(String file, String element, String reason) {
    @Override
    public String toString() {
        return file + " " + element + ": " + reason;
    }
}
