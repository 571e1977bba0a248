package org.haina.service.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;

/**
 * A certificate as kept.
 *
 * @param code what {@code /verify/} takes
 * @param title what it is called, e.g. 教师资格证书
 * @param status as stored; see {@link #statusOn}
 * @param number printed number, once assigned
 * @param edition rises with every reissue under the same number, from 1
 * @param identifier 证照标识 in the licence store, once sealed
 * @param file the signed PDF, once sealed
 * @param validUntil last day; empty for permanent
 */
record Certificate(
        UUID id,
        CaseNumber caseNumber,
        String code,
        String title,
        CertificateStatus status,
        Optional<String> number,
        int edition,
        Optional<String> identifier,
        Optional<FileId> file,
        List<PublicFact> facts,
        Optional<Instant> issuedAt,
        Optional<LocalDate> validUntil,
        Optional<Instant> registeredAt) {

    public Certificate {
        facts = List.copyOf(facts);
    }

    /** The same as a later edition. */
    Certificate as(int later) {
        return new Certificate(
                id,
                caseNumber,
                code,
                title,
                status,
                number,
                later,
                identifier,
                file,
                facts,
                issuedAt,
                validUntil,
                registeredAt);
    }

    /** The status on a day: a valid one ends with its last day. */
    public CertificateStatus statusOn(LocalDate day) {
        boolean over = validUntil.map(last -> last.isBefore(day)).orElse(false);
        return status == CertificateStatus.VALID && over ? CertificateStatus.EXPIRED : status;
    }
}
