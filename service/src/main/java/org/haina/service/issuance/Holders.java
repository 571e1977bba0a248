package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.haina.service.cases.CaseFile;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyDetails;
import org.springframework.stereotype.Component;

/** Who will hold the certificate: the person as proved at login, not as typed. The look is recorded. */
@Component
class Holders {

    private final Parties parties;
    private final ObjectMapper json;

    Holders(Parties parties, ObjectMapper json) {
        this.parties = parties;
        this.json = json;
    }

    /** {@code name}, {@code idType}, {@code idNumber}. */
    ObjectNode of(CaseFile file) {
        return identity(file.applicant(), file);
    }

    /** Whose account at the citizen cloud is told: who acts for the applicant, or the applicant. */
    ObjectNode told(CaseFile file) {
        return identity(file.agent().orElse(file.applicant()), file);
    }

    private ObjectNode identity(PartyId party, CaseFile file) {
        PartyDetails holder = parties.reveal(party, "制证与送达", "haina", file.number());
        return json.createObjectNode()
                .put("name", holder.name())
                .put("idType", holder.idType())
                .put("idNumber", holder.idNumber());
    }
}
