package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certificate fresh from the printer.
 *
 * @param pdf signed
 * @param registration what the licence store is told, the file included
 */
record MadeCertificate(
        String identifier,
        byte[] pdf,
        List<PublicFact> facts,
        Optional<LocalDate> validUntil,
        ObjectNode registration) {

    @Override
    public String toString() {
        return "MadeCertificate[" + identifier + "]";
    }
}
