package org.haina.service.issuance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates as stored. */
@Repository
class CertificateRows {

    private static final TypeReference<List<PublicFact>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CertificateRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    void replacedBy(UUID id, CaseNumber later) {
        jdbc.sql("update certificate set replaced_by = :later where id = :id")
                .param("later", later.value())
                .param("id", id)
                .update();
    }

    /** Those that the certificate of this case has replaced; what it gave back is valid again. */
    List<Certificate> replacedBy(CaseNumber later) {
        return jdbc.sql("select * from certificate where replaced_by = :later for update")
                .param("later", later.value())
                .query(this::read)
                .list();
    }

    /** Annuls one that was replaced, closes the gap, and tells which case had replaced it. */
    CaseNumber leaveRow(Certificate change, String reason, Instant at) {
        String later = jdbc.sql("select replaced_by from certificate where id = :id for update")
                .param("id", change.id())
                .query(String.class)
                .single();
        jdbc.sql("update certificate set replaced_by = :later where replaced_by = :own")
                .param("later", later)
                .param("own", change.caseNumber().value())
                .update();
        int left = jdbc.sql(
                        """
                        update certificate set status = 'ANNULLED', replaced_by = null, end_reason = :reason, ended_at = :at
                        where id = :id and status = 'REPLACED'
                        """)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("id", change.id())
                .update();
        if (left != 1) {
            throw new IllegalStateException("Certificate " + change.id() + " has been given back meanwhile");
        }
        return new CaseNumber(later);
    }

    /** Of all sealed editions of a number. */
    Set<CertificateStatus> statuses(String title, String assigned) {
        return jdbc
                .sql("select distinct status from certificate where title = :title and number = :assigned")
                .param("title", title)
                .param("assigned", assigned)
                .query((row, n) -> CertificateStatus.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(status -> status != CertificateStatus.PREPARING)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Holds all editions of a number, those in the making too: of two that are sealed at once the second sees the first. */
    void lock(String title, String assigned) {
        jdbc.sql("select id from certificate where title = :title and number = :assigned order by id for update")
                .param("title", title)
                .param("assigned", assigned)
                .query(UUID.class)
                .list();
    }

    /** False unless it was replaced. */
    boolean revive(UUID id) {
        return jdbc.sql(
                                """
                                update certificate set status = 'VALID', end_reason = null, ended_at = null
                                where id = :id and status = 'REPLACED'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Issued under a number to one holder and not annulled, the first edition first. */
    List<Certificate> chain(String title, String assigned, PartyId holder) {
        return jdbc.sql(
                        """
                        select c.* from certificate c join case_file f on f.number = c.case_number
                        where c.title = :title and c.number = :assigned and f.applicant_id = :holder
                          and c.status in ('VALID', 'REPLACED') order by c.edition
                        """)
                .param("title", title)
                .param("assigned", assigned)
                .param("holder", holder.value())
                .query(this::read)
                .list();
    }

    /** The next edition under a number; the first is the original's, whoever made it. */
    int nextEdition(String title, String assigned) {
        return jdbc.sql(
                        """
                        select coalesce(max(edition), 1) + 1 from certificate
                        where title = :title and number = :assigned and status <> 'PREPARING'
                        """)
                .param("title", title)
                .param("assigned", assigned)
                .query(Integer.class)
                .single();
    }

    /** Valid ones of the same person under the same number, but for the one of this case. */
    List<Certificate> before(CaseNumber number) {
        return jdbc.sql(
                        """
                        select old.* from certificate new
                          join case_file theirs on theirs.number = new.case_number
                          join certificate old on old.number = new.number and old.title = new.title and old.id <> new.id
                          join case_file his on his.number = old.case_number and his.applicant_id = theirs.applicant_id
                        where new.case_number = :case and old.status = 'VALID' for update of old
                        """)
                .param("case", number.value())
                .query(this::read)
                .list();
    }

    Optional<Certificate> of(CaseNumber number) {
        return jdbc.sql("select * from certificate where case_number = :case")
                .param("case", number.value())
                .query(this::read)
                .optional();
    }

    Optional<Certificate> byCode(VerificationCode code) {
        return jdbc.sql("select * from certificate where code = :code")
                .param("code", code.value())
                .query(this::read)
                .optional();
    }

    Optional<Certificate> byHash(Collection<String> hashes) {
        return jdbc.sql("select * from certificate where hash = any(:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .query(this::read)
                .optional();
    }

    private Certificate read(ResultSet row, int n) throws SQLException {
        return new Certificate(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("code"),
                row.getString("title"),
                CertificateStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("number")),
                row.getInt("edition"),
                Optional.ofNullable(row.getString("identifier")),
                Optional.ofNullable(row.getObject("file_id", UUID.class)).map(FileId::new),
                facts(row.getString("public_facts")),
                instant(row.getTimestamp("issued_at")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                instant(row.getTimestamp("registered_at")));
    }

    private List<PublicFact> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts of a certificate are not JSON", e);
        }
    }

    private static Optional<Instant> instant(@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(Timestamp::toInstant);
    }
}
