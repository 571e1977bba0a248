package org.haina.service.access;

import java.util.Optional;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * What decides who may see a case.
 *
 * @param org unified social credit code of the organ in charge
 * @param agent who acts for the applicant, if anybody
 * @param filedBy account or client that filed it
 */
public record CaseScope(
        ItemKey item, District district, String org, PartyId applicant, Optional<PartyId> agent, String filedBy) {}
