package org.haina.service.access;

import java.util.Set;
import java.util.stream.Collectors;

/** The coarse grants routes are opened by; which case or file a caller may see is decided elsewhere, per object. */
public final class Authorities {

    public static final String CITIZEN = "ROLE_CITIZEN";
    public static final String OFFICIAL = "ROLE_OFFICIAL";
    public static final String MACHINE = "ROLE_MACHINE";

    private Authorities() {}

    public static Set<String> of(Caller caller) {
        if (caller instanceof Caller.Citizen) {
            return Set.of(CITIZEN);
        }
        if (caller instanceof Caller.Machine) {
            return Set.of(MACHINE);
        }
        if (caller instanceof Caller.Official official) {
            Set<String> grants = official.roles().stream().map(Role::authority).collect(Collectors.toSet());
            grants.add(OFFICIAL);
            return Set.copyOf(grants);
        }
        return Set.of();
    }
}
