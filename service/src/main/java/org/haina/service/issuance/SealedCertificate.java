package org.haina.service.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.files.FileId;

/**
 * What making a certificate adds to it.
 *
 * @param edition part of the identifier
 * @param hash of the signed file
 */
record SealedCertificate(
        String identifier,
        int edition,
        FileId file,
        String hash,
        List<PublicFact> facts,
        Instant at,
        Optional<LocalDate> validUntil) {}
