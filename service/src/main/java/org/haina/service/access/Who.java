package org.haina.service.access;

import java.util.Collection;

/** Kinds of callers a route can be opened to. */
public enum Who {
    /** Everybody, signed in or not. */
    ANYBODY(""),
    CITIZEN(Authorities.CITIZEN),
    /** Any member of staff, whatever the role. */
    OFFICIAL(Authorities.OFFICIAL),
    CLERK(Role.CLERK.authority()),
    REVIEWER(Role.REVIEWER.authority()),
    DECIDER(Role.DECIDER.authority()),
    HEAD(Role.HEAD.authority()),
    SUPERVISOR(Role.SUPERVISOR.authority()),
    AUDITOR(Role.AUDITOR.authority()),
    OPERATOR(Role.OPERATOR.authority()),
    MACHINE(Authorities.MACHINE);

    private final String authority;

    Who(String authority) {
        this.authority = authority;
    }

    public boolean admits(Collection<String> authorities) {
        return this == ANYBODY || authorities.contains(authority);
    }
}
