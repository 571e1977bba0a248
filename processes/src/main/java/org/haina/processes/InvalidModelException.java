package org.haina.processes;

/** A model or decision table that cannot even be read. */
public final class InvalidModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    InvalidModelException(String file, String reason) {
        super(file + ": " + reason);
        this.finding = new Finding(file, file, reason);
    }

    /** The same as a finding. */
    public Finding finding() {
        return finding;
    }
}
