package org.haina.service.cases;

/** In what capacity somebody moves a case. */
public enum ActorKind {
    APPLICANT,
    OFFICIAL,
    SYSTEM
}
