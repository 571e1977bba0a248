package org.haina.service.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of cases. Issuing one numbers and keeps it in the caller's transaction; printing follows. */
@Service
public class Documents {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Vault vault;
    private final Clock clock;

    Documents(JdbcClient jdbc, Cases cases, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Issues a document.
     *
     * @param specific what only the issuing feature knows: marks, reasons, the organ in charge; the general parts
     *     (case, applicant, organ, dates) are added when it is printed
     */
    @Transactional
    public CaseDocument issue(CaseNumber number, DocumentType type, ObjectNode specific) {
        CaseFile file = cases.get(number);
        UUID id = UUID.randomUUID();
        Instant at = clock.instant();
        String printed = nextNumber(file.org(), type, at);
        jdbc.sql(
                        """
                        insert into document (id, case_number, type, number, sealed, issued_at)
                        values (:id, :case, :type, :number, :sealed, :at)
                        """)
                .param("id", id)
                .param("case", number.value())
                .param("type", type.name())
                .param("number", printed)
                .param("sealed", vault.encrypt(context(id), specific.toString()))
                .param("at", Timestamp.from(at))
                .update();
        return new CaseDocument(id, number, type, printed, at);
    }

    /** The row of the sequence stays locked until the transaction ends: no gap, whatever fails. */
    private String nextNumber(String org, DocumentType type, Instant at) {
        int year = at.atZone(clock.getZone()).getYear();
        int next = jdbc.sql(
                        """
                        insert into document_sequence (org, type, year, last) values (:org, :type, :year, 1)
                        on conflict (org, type, year) do update set last = document_sequence.last + 1
                        returning last
                        """)
                .param("org", org)
                .param("type", type.name())
                .param("year", year)
                .query(Integer.class)
                .single();
        return "海示教%s〔%d〕%d号".formatted(type.series(), year, next);
    }

    /** All documents of a case, oldest first. */
    public List<CaseDocument> of(CaseNumber number) {
        return jdbc.sql("select * from document where case_number = :number order by issued_at, id")
                .param("number", number.value())
                .query(Documents::read)
                .list();
    }

    /** One document; who may see it is decided by its case. */
    public Optional<CaseDocument> find(UUID id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id)
                .query(Documents::read)
                .optional();
    }

    private static CaseDocument read(ResultSet row, int n) throws SQLException {
        return new CaseDocument(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                DocumentType.valueOf(row.getString("type")),
                row.getString("number"),
                row.getTimestamp("issued_at").toInstant());
    }

    static String context(UUID id) {
        return "document.sealed:" + id;
    }
}
