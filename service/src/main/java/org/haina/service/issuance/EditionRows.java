package org.haina.service.issuance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The editions of a certificate: those of one title under one number, of which one stands and replaces the others. */
@Repository
class EditionRows {

    private final JdbcClient jdbc;
    private final CertificateReader reader;

    EditionRows(JdbcClient jdbc, CertificateReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
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
                .query(reader::read)
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

    /** The editions of its number that came after it. */
    List<Certificate> later(Certificate own) {
        return jdbc.sql(
                        """
                        select * from certificate where title = :title and number = :assigned and edition > :own and status <> 'PREPARING'
                        """)
                .param("title", own.title())
                .param("assigned", own.number().orElse(null))
                .param("own", own.edition())
                .query(reader::read)
                .list();
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
                .query(reader::read)
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
                .query(reader::read)
                .list();
    }
}
