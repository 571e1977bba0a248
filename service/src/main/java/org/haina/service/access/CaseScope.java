package org.haina.service.access;

import java.util.List;
import java.util.Optional;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * What decides who may see a case.
 *
 * @param org unified social credit code of the organ in charge
 * @param participants codes of further organs that have a part in it
 * @param agent who acts for the applicant, if anybody
 * @param filedBy account or client that filed it
 * @param supervised only those who supervise see and handle it
 * @param barred accounts of officials to whom it does not exist
 */
public record CaseScope(
        ItemKey item,
        District district,
        String org,
        List<String> participants,
        PartyId applicant,
        Optional<PartyId> agent,
        String filedBy,
        boolean supervised,
        List<String> barred) {

    public CaseScope {
        participants = List.copyOf(participants);
        barred = List.copyOf(barred);
    }
}
