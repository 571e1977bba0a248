package org.haina.service.procedure;

import java.util.List;

/**
 * What a case's page shows beside its tasks.
 *
 * @param offers what the reader may do
 * @param proposals to extend the limit, oldest first, open or decided
 * @param special true while a special procedure keeps the decision waiting
 */
public record ActsPanel(List<Offer> offers, List<ExtensionProposal> proposals, boolean special) {

    public ActsPanel {
        offers = List.copyOf(offers);
        proposals = List.copyOf(proposals);
    }

    /** A link. */
    record Offer(String label, String href) {}

    public boolean isEmpty() {
        return offers.isEmpty() && proposals.isEmpty() && !special;
    }
}
