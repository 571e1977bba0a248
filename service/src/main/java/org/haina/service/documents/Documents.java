package org.haina.service.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of cases. Issuing one numbers and keeps it in the caller's transaction; printing follows. */
@Service
public class Documents {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Organs organs;
    private final DocumentContents contents;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(
            JdbcClient jdbc,
            Cases cases,
            Organs organs,
            DocumentContents contents,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.organs = organs;
        this.contents = contents;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Issues a document of the organ whose turn it is.
     *
     * @param specific what only the issuing feature knows, by the paths of the template; the general parts (case,
     *     applicant, organ, limits, remedies) are added, and all is kept as it stands now
     */
    @Transactional
    public CaseDocument issue(CaseNumber number, DocumentType type, ObjectNode specific) {
        return issue(UUID.randomUUID(), number, type, specific);
    }

    /** As {@link #issue(CaseNumber, DocumentType, ObjectNode)}, by another organ that has a part in the case. */
    @Transactional
    public CaseDocument issue(CaseNumber number, DocumentType type, ObjectNode specific, Organ by) {
        return issue(UUID.randomUUID(), cases.get(number), by, type, specific, clock.instant());
    }

    /** As {@link #issue(CaseNumber, DocumentType, ObjectNode)}, under the id by which the clocks already name it. */
    @Transactional
    public CaseDocument issue(UUID id, CaseNumber number, DocumentType type, ObjectNode specific) {
        CaseFile file = cases.get(number);
        return issue(id, file, organs.byCode(file.acting()).orElseThrow(), type, specific, clock.instant());
    }

    /** The receipt voucher of a case, as of the day of receipt; the first call issues it. */
    @Transactional
    public CaseDocument receipt(CaseNumber number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "receipt:" + number)
                .query((row, n) -> 0)
                .list();
        return of(number).stream()
                .filter(document -> document.type() == DocumentType.RECEIPT_VOUCHER)
                .findFirst()
                .orElseGet(() -> issueReceipt(cases.get(number)));
    }

    private CaseDocument issueReceipt(CaseFile file) {
        return issue(
                UUID.randomUUID(),
                file,
                organs.get(file.district()),
                DocumentType.RECEIPT_VOUCHER,
                JsonNodeFactory.instance.objectNode(),
                file.receivedAt());
    }

    private CaseDocument issue(UUID id, CaseFile file, Organ by, DocumentType type, ObjectNode specific, Instant at) {
        CaseNumber number = file.number();
        String printed = nextNumber(by, type, at);
        ObjectNode content = contents.of(file, by, type, printed, at, specific);
        jdbc.sql(
                        """
                        insert into document (id, case_number, type, number, org, sealed, issued_at)
                        values (:id, :case, :type, :number, :org, :sealed, :at)
                        """)
                .param("id", id)
                .param("case", number.value())
                .param("type", type.name())
                .param("number", printed)
                .param("org", by.uscc())
                .param("sealed", vault.encrypt(context(id), content.toString()))
                .param("at", Timestamp.from(at))
                .update();
        events.publishEvent(new DocumentIssued(number, type));
        return new CaseDocument(id, number, type, contents.title(file, type), printed, by.uscc(), at);
    }

    /** The row of the sequence stays locked until the transaction ends: no gap, whatever fails. */
    private String nextNumber(Organ by, DocumentType type, Instant at) {
        int year = at.atZone(clock.getZone()).getYear();
        int next = jdbc.sql(
                        """
                        insert into document_sequence (org, type, year, last) values (:org, :type, :year, 1)
                        on conflict (org, type, year) do update set last = document_sequence.last + 1
                        returning last
                        """)
                .param("org", by.uscc())
                .param("type", type.name())
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s%s〔%d〕%d号".formatted(by.mark(), type.series(), year, next);
    }

    /** All documents of a case, oldest first. */
    public List<CaseDocument> of(CaseNumber number) {
        return of(cases.get(number));
    }

    /** As {@link #of(CaseNumber)} for who has read the case. */
    public List<CaseDocument> of(CaseFile file) {
        return jdbc.sql("select * from document where case_number = :number order by issued_at, id")
                .param("number", file.number().value())
                .query((row, n) -> read(row, file))
                .list();
    }

    /** One document; who may see it is decided by its case. */
    public Optional<CaseDocument> find(UUID id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id)
                .query((row, n) -> read(row, cases.get(new CaseNumber(row.getString("case_number")))))
                .optional();
    }

    private CaseDocument read(ResultSet row, CaseFile file) throws SQLException {
        DocumentType type = DocumentType.valueOf(row.getString("type"));
        return new CaseDocument(
                row.getObject("id", UUID.class),
                file.number(),
                type,
                contents.title(file, type),
                row.getString("number"),
                Optional.ofNullable(row.getString("org")).orElse(file.org()),
                row.getTimestamp("issued_at").toInstant());
    }

    static String context(UUID id) {
        return "document.sealed:" + id;
    }
}
