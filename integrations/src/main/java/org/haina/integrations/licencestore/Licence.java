package org.haina.integrations.licencestore;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A licence in the store.
 *
 * @param type our key of the type
 * @param surface what stands on its face, by our field names; empty in a list
 */
public record Licence(
        LicenceIdentifier id,
        String type,
        String title,
        String number,
        Holder holder,
        String issuer,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        LicenceStatus status,
        Map<String, String> surface) {

    public Licence {
        surface = Map.copyOf(surface);
    }

    @Override
    public String toString() {
        return "Licence[" + id + "]";
    }
}
