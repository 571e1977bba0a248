package org.haina.service.clock;

/** The clocks a case can have. */
public enum ClockName {
    /** Until the one-time notice, acceptance or refusal of acceptance; the organ's. */
    NOTICE("一次性告知"),
    /** Until the applicant has supplied what the notice asked for; the applicant's. */
    CORRECTION("补正"),
    /** Until the decision, or until delivery where the statute includes it; the organ's. */
    DECISION("办理"),
    /** Until the result is delivered; the organ's. */
    DELIVERY("送达");

    private final String label;

    ClockName(String label) {
        this.label = label;
    }

    /** Chinese word for pages and documents. */
    public String label() {
        return label;
    }
}
