package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * An application that is being filled in: no number, no process.
 *
 * @param party whose draft it is
 * @param principal for whom it is filled in; empty for the party itself
 * @param page the page last worked on
 * @param number the case it has become; empty while it is a draft
 * @param version grows with each save; a stale save is refused
 */
public record Draft(
        UUID id,
        PartyId party,
        Optional<PartyId> principal,
        ItemKey item,
        long itemVersion,
        ObjectNode data,
        List<SuppliedMaterial> materials,
        String page,
        Optional<CaseNumber> number,
        Instant updatedAt,
        int version) {

    public Draft {
        materials = List.copyOf(materials);
    }

    /** Who applies. */
    public PartyId applicant() {
        return principal.orElse(party);
    }

    /** Saved under the key that makes handing it in twice harmless. */
    public String idempotencyKey() {
        return "draft:" + id;
    }
}
