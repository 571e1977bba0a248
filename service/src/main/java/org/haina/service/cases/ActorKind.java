package org.haina.service.cases;

/** In what capacity somebody moves a case. */
public enum ActorKind {
    APPLICANT,
    OFFICIAL,
    /** Head of the organ, or whom the head has charged: approves what the law gives to the head alone. */
    HEAD,
    SYSTEM
}
