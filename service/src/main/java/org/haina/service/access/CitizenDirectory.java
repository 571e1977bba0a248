package org.haina.service.access;

import org.haina.service.keys.PartyId;

/** Where a person proved by the citizen cloud becomes a party: found by the document's blind index, else recorded. */
public interface CitizenDirectory {

    /**
     * @param idType code of the document (GA/T 517; 111 is the resident identity card)
     * @param idNumber number on the document, already checked by the citizen cloud
     * @param name name as the citizen cloud states it, family name first
     */
    PartyId recordCitizen(String idType, String idNumber, String name);
}
