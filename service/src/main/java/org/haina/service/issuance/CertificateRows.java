package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates as stored. */
@Repository
class CertificateRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CertificateReader reader;

    CertificateRows(JdbcClient jdbc, ObjectMapper json, CertificateReader reader) {
        this.jdbc = jdbc;
        this.json = json;
        this.reader = reader;
    }

    /** False if the case has one already. */
    boolean insert(CaseNumber number, VerificationCode code, String title, Instant at) {
        return jdbc.sql(
                                """
                                insert into certificate (id, case_number, code, title, requested_at)
                                values (:id, :case, :code, :title, :at) on conflict (case_number) do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("case", number.value())
                        .param("code", code.value())
                        .param("title", title)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void number(CaseNumber number, String assigned) {
        jdbc.sql("update certificate set number = :assigned where case_number = :case and number is null")
                .param("assigned", assigned)
                .param("case", number.value())
                .update();
    }

    /**
     * @param now {@code PREPARING}, or {@code VALID} for a later edition in the place of the one that stands; its code stays
     */
    void seal(CaseNumber number, SealedCertificate sealed, CertificateStatus now) {
        jdbc.sql(
                        """
                        update certificate set status = 'VALID', identifier = :identifier, edition = :edition, file_id = :file, hash = :hash,
                          public_facts = :facts::jsonb, issued_at = :at, valid_until = :until, registered_at = null
                        where case_number = :case and status = :now
                        """)
                .param("now", now.name())
                .param("identifier", sealed.identifier())
                .param("edition", sealed.edition())
                .param("file", sealed.file().value())
                .param("hash", sealed.hash())
                .param("facts", json.valueToTree(sealed.facts()).toString())
                .param("at", Timestamp.from(sealed.at()))
                .param("until", sealed.validUntil().orElse(null))
                .param("case", number.value())
                .update();
    }

    void registered(CaseNumber number, Instant at) {
        jdbc.sql("update certificate set registered_at = :at where case_number = :case and registered_at is null")
                .param("at", Timestamp.from(at))
                .param("case", number.value())
                .update();
    }

    /** False unless it was valid. */
    boolean end(UUID id, CertificateStatus end, String reason, Instant at) {
        return jdbc.sql(
                                """
                                update certificate set status = :end, end_reason = :reason, ended_at = :at
                                where id = :id and status = 'VALID'
                                """)
                        .param("end", end.name())
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Certificate> of(CaseNumber number) {
        return jdbc.sql("select * from certificate where case_number = :case")
                .param("case", number.value())
                .query(reader::read)
                .optional();
    }

    Optional<Certificate> byCode(VerificationCode code) {
        return jdbc.sql("select * from certificate where code = :code")
                .param("code", code.value())
                .query(reader::read)
                .optional();
    }

    Optional<Certificate> byHash(Collection<String> hashes) {
        return jdbc.sql("select * from certificate where hash = any(:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .query(reader::read)
                .optional();
    }
}
