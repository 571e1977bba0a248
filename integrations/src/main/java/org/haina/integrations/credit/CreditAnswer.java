package org.haina.integrations.credit;

import java.util.List;

/**
 * What stands against somebody's word; nothing, where both are empty.
 *
 * @param severe on a list of serious lost trust (严重失信主体名单)
 * @param entries newest first
 */
public record CreditAnswer(boolean severe, List<LostTrust> entries) {

    public CreditAnswer {
        entries = List.copyOf(entries);
    }

    /** True if there is nothing. */
    public boolean isClean() {
        return !severe && entries.isEmpty();
    }
}
