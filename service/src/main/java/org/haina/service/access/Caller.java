package org.haina.service.access;

import java.io.Serializable;
import java.util.Set;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;

/** Whoever sends a request. Carries ids only: sessions, events and logs may hold a caller. */
public sealed interface Caller extends Serializable {

    /** What logs and ledgers call this caller: account, party id or client id; no personal data. */
    String id();

    /** Nobody signed in. */
    record Anonymous() implements Caller {

        @Override
        public String id() {
            return "anonymous";
        }
    }

    /**
     * A person known by the citizen cloud.
     *
     * @param realNameLevel level of identity proofing as the citizen cloud states it, 0 (none) to 4 (in person)
     */
    record Citizen(PartyId party, int realNameLevel) implements Caller {

        public Citizen {
            if (realNameLevel < 0 || realNameLevel > 4) {
                throw new IllegalArgumentException("Not a real-name level: " + realNameLevel);
            }
        }

        @Override
        public String id() {
            return party.toString();
        }
    }

    /**
     * A member of staff.
     *
     * @param account login name, unique and stable
     * @param displayName name shown to colleagues
     * @param org unified social credit code of the authority
     * @param district area of responsibility; 310000 is the whole city
     */
    record Official(String account, String displayName, Set<Role> roles, String org, District district)
            implements Caller {

        public Official {
            if (account.isBlank() || roles.isEmpty()) {
                throw new IllegalArgumentException("An official has an account and at least one role");
            }
            roles = Set.copyOf(roles);
        }

        @Override
        public String id() {
            return account;
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    /** A partner's system, by its client id. */
    record Machine(String clientId) implements Caller {

        @Override
        public String id() {
            return clientId;
        }
    }
}
