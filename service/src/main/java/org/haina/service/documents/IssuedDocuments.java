package org.haina.service.documents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.access.SqlPredicate;
import org.haina.service.access.Visibility;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Documents by the organ that issued them, over all its cases. */
@Service
public class IssuedDocuments {

    private final JdbcClient jdbc;
    private final CaseLists cases;
    private final DocumentContents contents;

    IssuedDocuments(JdbcClient jdbc, CaseLists cases, DocumentContents contents) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.contents = contents;
    }

    /**
     * @param org unified social credit code of the organ they bear
     * @param from not before
     * @param until before
     * @param after the last of the page before
     */
    public record Search(String org, Instant from, Instant until, Optional<DocumentType> type, Optional<UUID> after) {}

    private record Row(UUID id, CaseNumber number, DocumentType type, String printed, Instant issuedAt) {}

    /**
     * In the order they were issued; two queries.
     *
     * @param visible what whoever looks may see
     * @param limit 1 to 500
     */
    public List<CaseDocument> of(Search search, Visibility visible, int limit) {
        SqlPredicate seen = visible.sql("f");
        List<Row> rows = jdbc.sql(
                        """
                        select d.id, d.case_number, d.type, d.number, d.issued_at
                        from document d join case_file f on f.number = d.case_number
                        where d.org = :org and d.issued_at >= :from and d.issued_at < :until
                          and (cast(:type as text) is null or d.type = :type) and %s
                          and (cast(:after as uuid) is null
                               or (d.issued_at, d.id) > (select issued_at, id from document where id = :after))
                        order by d.issued_at, d.id limit :limit
                        """
                                .formatted(seen.sql()))
                .params(seen.parameters())
                .param("org", search.org())
                .param("from", Timestamp.from(search.from()))
                .param("until", Timestamp.from(search.until()))
                .param("type", search.type().map(DocumentType::name).orElse(null))
                .param("after", search.after().orElse(null))
                .param("limit", Math.min(Math.max(limit, 1), 500))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        new CaseNumber(row.getString("case_number")),
                        DocumentType.valueOf(row.getString("type")),
                        row.getString("number"),
                        row.getTimestamp("issued_at").toInstant()))
                .list();
        return titled(rows, search.org());
    }

    private List<CaseDocument> titled(List<Row> rows, String org) {
        Map<CaseNumber, CaseFile> files =
                cases.files(rows.stream().map(Row::number).collect(Collectors.toSet()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(files.get(row.number())).stream()
                        .map(file -> new CaseDocument(
                                row.id(),
                                row.number(),
                                row.type(),
                                contents.title(file, row.type()),
                                row.printed(),
                                org,
                                row.issuedAt())))
                .toList();
    }
}
