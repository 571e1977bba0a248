package org.haina.service.signin;

import org.haina.service.access.Caller;
import org.haina.service.access.CallerPrincipal;

/** What an accepted bearer token leaves behind: nothing personal, so it may be kept a while. */
record TokenUser(Caller caller, String subject) implements CallerPrincipal {

    @Override
    public String getName() {
        return subject;
    }
}
