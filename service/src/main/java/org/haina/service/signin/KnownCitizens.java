package org.haina.service.signin;

import org.haina.service.access.CitizenDirectory;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Component;

/** Spares the directory a question at every login and with every new token. */
@Component
class KnownCitizens {

    private final CitizenDirectory directory;
    private final Remembered<PartyId> parties = new Remembered<>();

    KnownCitizens(CitizenDirectory directory) {
        this.directory = directory;
    }

    PartyId party(String idType, String idNumber, String name) {
        String citizen = idType + '\n' + idNumber + '\n' + name;
        return parties.find(citizen)
                .orElseGet(() -> parties.keep(citizen, directory.recordCitizen(idType, idNumber, name)));
    }
}
