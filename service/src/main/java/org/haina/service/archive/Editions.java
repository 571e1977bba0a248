package org.haina.service.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which packages there are; a row is never changed. */
@Repository
class Editions {

    private static final String ALL = "select * from case_archive ";

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Edition edition) {
        jdbc.sql(
                        """
                        insert into case_archive (case_number, edition, file_id, index_hash, packed_at)
                        values (:number, :edition, :file, :hash, :at)
                        """)
                .param("number", edition.number().value())
                .param("edition", edition.edition())
                .param("file", edition.file().value())
                .param("hash", edition.indexHash())
                .param("at", Timestamp.from(edition.packedAt()))
                .update();
    }

    /** Oldest first. */
    List<Edition> of(CaseNumber number) {
        return jdbc.sql(ALL + "where case_number = :number order by edition")
                .param("number", number.value())
                .query(Editions::read)
                .list();
    }

    Optional<Edition> find(CaseNumber number, int edition) {
        return of(number).stream().filter(found -> found.edition() == edition).findFirst();
    }

    /** Any, so many at most. */
    List<Edition> sample(int most) {
        return jdbc.sql(ALL + "order by random() limit :most")
                .param("most", most)
                .query(Editions::read)
                .list();
    }

    private static Edition read(ResultSet row, int n) throws SQLException {
        return new Edition(
                new CaseNumber(row.getString("case_number")),
                row.getInt("edition"),
                new FileId(row.getObject("file_id", UUID.class)),
                row.getString("index_hash"),
                row.getTimestamp("packed_at").toInstant());
    }
}
