package org.haina.service.applications;

/**
 * Why an application cannot be taken.
 *
 * @param reason stable code for programs
 * @param message what the applicant reads: what stands against it and what to do, in Chinese
 */
public record Refusal(Reason reason, String message) {

    /** Reason codes; there is no catch-all. */
    public enum Reason {
        WINDOW_CLOSED("window-closed"),
        NOT_COMPETENT("not-competent"),
        ALREADY_APPLIED("already-applied"),
        NO_AGENT("no-agent"),
        NO_MANDATE("no-mandate"),
        MANDATE_EXPIRED("mandate-expired"),
        MANDATE_SCOPE("mandate-scope"),
        APPLICANT_KIND("applicant-kind"),
        LICENCE_NOT_HELD("licence-not-held"),
        NOT_OWN_CASE("not-own-case"),
        LICENCE_ENDING("licence-ending"),
        LICENCE_BUSY("licence-busy"),
        GUARDIAN_CONSENT("guardian-consent"),
        NOT_DUE("not-due"),
        LICENCE_EXPIRED("licence-expired"),
        REAL_NAME_LEVEL("real-name-level");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
