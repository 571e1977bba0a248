package org.haina.service.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.certificates.OfficialDocument;
import org.haina.certificates.printing.Bindings;
import org.haina.service.cases.Cases;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints issued documents, each once: by the sweep, or when somebody asks before it got there. */
@Component
public class DocumentPrinter {

    private static final String ROW = "select id, case_number, type, sealed, issued_at, file_id from document ";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final DocumentContents contents;
    private final Printing printing;
    private final Files files;
    private final FileLinks links;
    private final Vault vault;

    DocumentPrinter(
            JdbcClient jdbc,
            Cases cases,
            DocumentContents contents,
            Printing printing,
            Files files,
            FileLinks links,
            Vault vault) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.contents = contents;
        this.printing = printing;
        this.files = files;
        this.links = links;
        this.vault = vault;
    }

    private record Row(
            UUID id, CaseNumber number, DocumentType type, byte[] sealed, Instant issuedAt, @Nullable UUID file) {

        static Row read(ResultSet row, int n) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    new CaseNumber(row.getString("case_number")),
                    DocumentType.valueOf(row.getString("type")),
                    row.getBytes("sealed"),
                    row.getTimestamp("issued_at").toInstant(),
                    row.getObject("file_id", UUID.class));
        }
    }

    /** The printed file, printed now if need be; the row's lock lets only one print. */
    @Transactional
    public FileId file(UUID document) {
        Row row = jdbc.sql(ROW + "where id = :id for update")
                .param("id", document)
                .query(Row::read)
                .single();
        return row.file() == null ? print(row) : new FileId(row.file());
    }

    /** The printed files of a case's documents; what waits for its print is absent. */
    public Map<UUID, FileId> printed(CaseNumber number) {
        return jdbc
                .sql("select id, file_id from document where case_number = :number and file_id is not null")
                .param("number", number.value())
                .query((row, n) ->
                        Map.entry(row.getObject("id", UUID.class), new FileId(row.getObject("file_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The next document that waits, if this node may have it; empty ends the sweep. */
    @Transactional
    public Optional<UUID> printNext(int mostAttempts) {
        Optional<Row> next = jdbc.sql(
                        ROW
                                + """
                          where printed_at is null and print_attempts < :most
                          order by issued_at limit 1 for update skip locked
                          """)
                .param("most", mostAttempts)
                .query(Row::read)
                .optional();
        next.ifPresent(this::printOrPutOff);
        return next.map(Row::id);
    }

    private void printOrPutOff(Row row) {
        try {
            print(row);
        } catch (RuntimeException e) {
            jdbc.sql("update document set print_attempts = print_attempts + 1, print_problem = :problem where id = :id")
                    .param("problem", e.getClass().getSimpleName())
                    .param("id", row.id())
                    .update();
        }
    }

    private FileId print(Row row) {
        OfficialDocument document = OfficialDocument.named(row.type().template());
        Bindings content = Bindings.parse(vault.decrypt(Documents.context(row.id()), row.sealed()));
        printing.legible(content.root());
        byte[] pdf = printing.print(document.template(), content, row.issuedAt());
        String title = contents.title(cases.get(row.number()), row.type());
        FileId file = files.keep(title + "-" + row.number() + ".pdf", FileType.PDF, pdf, "document")
                .id();
        links.toCase(file, row.number(), FileOwner.SYSTEM);
        jdbc.sql("update document set file_id = :file, printed_at = now(), print_problem = null where id = :id")
                .param("file", file.value())
                .param("id", row.id())
                .update();
        return file;
    }
}
