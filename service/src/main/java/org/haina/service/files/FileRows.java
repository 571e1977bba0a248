package org.haina.service.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.files.StoredFile.ScanState;
import org.haina.service.uploads.FileType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code stored_file}. */
@Repository
class FileRows {

    /** Where a content lies and how to check it. */
    record Content(FileId id, String hash, String suite) {}

    private static final String FILE =
            """
            select id, name, type, size, hash, scan_state, owner, purpose, uploaded_at, damaged_at is not null as damaged
            from stored_file
            """;

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the content's name until the transaction ends, so that nobody removes what is just being kept. */
    void lock(String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:hash, 40))")
                .param("hash", hash)
                .query((row, n) -> n)
                .list();
    }

    StoredFile insert(FileDescription file, String hash, String suite) {
        return jdbc.sql(
                        """
                        insert into stored_file (id, hash, suite, size, type, name, scan_state, owner, purpose)
                        values (:id, :hash, :suite, :size, :type, :name, :scan, :owner, :purpose)
                        returning id, name, type, size, hash, scan_state, owner, purpose, uploaded_at, false as damaged
                        """)
                .param("id", UUID.randomUUID())
                .param("hash", hash)
                .param("suite", suite)
                .param("size", file.size())
                .param("type", file.type().name())
                .param("name", file.name())
                .param("scan", file.scan().code())
                .param("owner", file.owner().value())
                .param("purpose", file.purpose())
                .query(FileRows::file)
                .single();
    }

    Optional<StoredFile> find(FileId id) {
        return jdbc.sql(FILE + " where id = :id")
                .param("id", id.value())
                .query(FileRows::file)
                .optional();
    }

    List<StoredFile> find(Collection<FileId> ids) {
        return jdbc.sql(FILE + " where id in (:ids)")
                .param("ids", ids.stream().map(FileId::value).toList())
                .query(FileRows::file)
                .list();
    }

    Optional<Content> findContent(FileId id) {
        return jdbc.sql("select id, hash, suite from stored_file where id = :id and scan_state <> 'quarantined'")
                .param("id", id.value())
                .query(FileRows::content)
                .optional();
    }

    int countUnlinked(FileOwner owner) {
        return jdbc.sql("select count(*) from stored_file where owner = :owner and not linked")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    boolean isReferenced(String hash) {
        return jdbc.sql("select exists (select 1 from stored_file where hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Removes files nobody uses; what was found infected stays for the security officer. */
    List<String> deleteUnlinked(Duration age, int limit) {
        return jdbc.sql(
                        """
                        delete from stored_file where id in (
                            select id from stored_file
                            where not linked and scan_state <> 'quarantined'
                              and uploaded_at < now() - :age * interval '1 second'
                            order by uploaded_at limit :limit for update skip locked)
                        returning hash
                        """)
                .param("age", age.toSeconds())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Those whose last check is oldest. */
    List<Content> dueForCheck(Duration age, int limit) {
        return jdbc.sql(
                        """
                        select id, hash, suite from stored_file where verified_at <= now() - :age * interval '1 second'
                        order by verified_at limit :limit
                        """)
                .param("age", age.toSeconds())
                .param("limit", limit)
                .query(FileRows::content)
                .list();
    }

    /** All, in pages by id. */
    List<Content> after(UUID id, int limit) {
        return jdbc.sql("select id, hash, suite from stored_file where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(FileRows::content)
                .list();
    }

    void checked(FileId id, boolean sound) {
        jdbc.sql(
                        """
                        update stored_file set verified_at = now(),
                            damaged_at = case when :sound then null else coalesce(damaged_at, now()) end
                        where id = :id
                        """)
                .param("id", id.value())
                .param("sound", sound)
                .update();
    }

    private static Content content(ResultSet row, int n) throws SQLException {
        return new Content(new FileId(row.getObject("id", UUID.class)), row.getString("hash"), row.getString("suite"));
    }

    private static StoredFile file(ResultSet row, int n) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("hash"),
                ScanState.ofCode(row.getString("scan_state")),
                new FileOwner(row.getString("owner")),
                row.getString("purpose"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getBoolean("damaged"));
    }
}
