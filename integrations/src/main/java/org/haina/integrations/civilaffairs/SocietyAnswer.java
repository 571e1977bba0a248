package org.haina.integrations.civilaffairs;

import java.time.LocalDate;
import java.util.Optional;

/** What civil affairs says. */
public sealed interface SocietyAnswer {

    /**
     * A social organisation as its registration certificate has it.
     *
     * @param uscc unified social credit code
     * @param validUntil last day of the certificate, where it has one
     */
    record Society(
            String uscc,
            String name,
            String kind,
            String legalRepresentative,
            String address,
            LocalDate established,
            Optional<LocalDate> validUntil,
            CertificateState state) {}

    /** Registered under this code. */
    record Found(Society society) implements SocietyAnswer {}

    /** Not registered here: another registry keeps it, or the code is wrong. */
    record NotFound() implements SocietyAnswer {}
}
