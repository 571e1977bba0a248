package org.haina.service.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.haina.service.keys.CaseNumber;

/** Knows whether what was promised in a case may be relied on. */
public interface PromiseDoubt {

    /** The promises of a case that stand and are denied; empty while they are good, unknown or none. */
    Optional<Denied> denied(CaseNumber number);

    /** Why nothing can be promised in this case, as its applicant reads it, whether he has promised or not; empty if he can. */
    Optional<String> against(CaseNumber number);

    /**
     * What cannot be relied on, and why.
     *
     * @param promised keys of the materials that are promises
     * @param answeredAt when the register said so; empty if only a person did
     */
    record Denied(Set<String> promised, Ground ground, Optional<Instant> answeredAt) {

        public Denied {
            promised = Set.copyOf(promised);
        }
    }
}
