package org.haina.service.access;

import java.util.Optional;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * For whom somebody may act today.
 *
 * @param item the one item it is limited to; empty for all
 */
public record Mandated(PartyId principal, Optional<ItemKey> item) {

    /** True if it covers this item of this principal. */
    public boolean covers(PartyId whom, ItemKey what) {
        return principal.equals(whom)
                && item.filter(limit -> !limit.equals(what)).isEmpty();
    }
}
