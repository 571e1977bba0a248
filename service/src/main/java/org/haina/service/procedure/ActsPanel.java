package org.haina.service.procedure;

import java.util.List;
import org.haina.service.terminations.Termination;

/**
 * What a case's page shows beside its tasks.
 *
 * @param offers what the reader may do
 * @param proposals to extend the limit, oldest first, open or decided
 * @param terminations proposals to end the grant, oldest first, open or decided
 * @param special true while a special procedure keeps the decision waiting
 */
public record ActsPanel(
        List<Offer> offers, List<ExtensionProposal> proposals, List<Termination> terminations, boolean special) {

    public ActsPanel {
        offers = List.copyOf(offers);
        proposals = List.copyOf(proposals);
        terminations = List.copyOf(terminations);
    }

    /** A link. */
    record Offer(String label, String href) {}

    public boolean isEmpty() {
        return offers.isEmpty() && proposals.isEmpty() && terminations.isEmpty() && !special;
    }
}
