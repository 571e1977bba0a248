package org.haina.service.clock;

/** What the law attaches to the end of a limit. */
public enum Consequence {
    /** The application counts as accepted from the day of receipt (licence law 32(4)). */
    DEEMED_ACCEPTED,
    /** The papers asked for did not come: the case ends (补正不来办结). */
    CORRECTION_EXPIRED,
    /** The secondary papers promised for later did not come: the case ends, the applicant bears the loss. */
    DEFERRAL_EXPIRED,
    /** The licence has expired and nobody has decided on its renewal: it is renewed by law (licence law 50). */
    DEEMED_RENEWED,
    /** A department that was asked has not answered: it is urged, and its silence is no consent. */
    URGE,
    /** The organ is late: red card and supervision; the limit does not decide anything. */
    ESCALATE
}
