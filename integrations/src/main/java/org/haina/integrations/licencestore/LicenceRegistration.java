package org.haina.integrations.licencestore;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A certificate we issued, for collection by the store (real time by law).
 *
 * @param requestId one request id, one licence
 * @param type its type: one we know, or one that the item which issues it has declared
 * @param number printed number; its digits and capitals become the identifier's serial number
 * @param version 1 for the first, rising with every change
 * @param issuer USCC of the issuing organ
 * @param surface by our field names
 * @param pdf the signed file
 */
public record LicenceRegistration(
        String requestId,
        LicenceType type,
        String number,
        int version,
        String issuer,
        String issuerName,
        Holder holder,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        String itemCode,
        UseCause cause,
        Map<String, String> surface,
        byte[] pdf) {

    public LicenceRegistration {
        surface = Map.copyOf(surface);
        pdf = pdf.clone();
    }

    @Override
    public byte[] pdf() {
        return pdf.clone();
    }

    @Override
    public String toString() {
        return "LicenceRegistration[" + requestId + "]";
    }
}
