package org.haina.service.uploads;

/** Carries a refusal out of the depth of a check; never leaves the package. */
final class RefusedUpload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Inspection.Refused refused;

    RefusedUpload(Inspection.Reason reason, Object... details) {
        super(reason.name(), null, false, false);
        this.refused = reason.refused(details);
    }

    Inspection.Refused refused() {
        return refused;
    }
}
