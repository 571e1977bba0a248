package org.haina.service.access;

import java.util.Set;
import org.haina.service.keys.PartyId;

/** Knows who may act for whom. */
public interface MandateDirectory {

    /** What the agent may do today; without what is expired, revoked or not yet valid. */
    Set<Mandated> of(PartyId agent);
}
