package org.haina.service.deferrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises and papers as stored. */
@Repository
class DeferralRows {

    private static final String ONE = " where case_number = :number and material_key = :material";

    private final JdbcClient jdbc;

    DeferralRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseNumber number, DeferralText text, String whole, PartyId by, Instant at) {
        jdbc.sql(
                        """
                        insert into deferred_paper (case_number, material_key, party_id, signed_at, text_version, text_hash, text)
                        values (:number, :material, :party, :at, :version, :hash, :text)
                        """)
                .param("number", number.value())
                .param("material", text.material())
                .param("party", by.value())
                .param("at", Timestamp.from(at))
                .param("version", text.version())
                .param("hash", text.hash())
                .param("text", whole)
                .update();
    }

    void carry(CaseNumber from, CaseNumber to) {
        jdbc.sql(
                        """
                        insert into deferred_paper (case_number, material_key, party_id, signed_at, text_version, text_hash, text)
                        select :to, material_key, party_id, signed_at, text_version, text_hash, text
                        from deferred_paper where case_number = :from
                        """)
                .param("to", to.value())
                .param("from", from.value())
                .update();
    }

    /** Those of these materials that were not deferred before. */
    List<DeferredPaper> defer(CaseNumber number, Set<String> materials, Instant at) {
        return jdbc.sql(
                        """
                        update deferred_paper set deferred_at = :at
                        where case_number = :number and material_key in (:materials) and deferred_at is null
                        returning *
                        """)
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("materials", materials)
                .query((row, n) -> read(row))
                .list();
    }

    void supplied(CaseNumber number, String material, Instant at) {
        jdbc.sql("update deferred_paper set supplied_at = :at" + ONE)
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("material", material)
                .update();
    }

    void rejected(CaseNumber number, String material, String why, String account) {
        jdbc.sql("update deferred_paper set supplied_at = null, rejected_why = :why, checked_by = :account" + ONE)
                .param("why", why)
                .param("account", account)
                .param("number", number.value())
                .param("material", material)
                .update();
    }

    void settled(CaseNumber number, String material, String account, Instant at) {
        jdbc.sql("update deferred_paper set settled_at = :at, checked_by = :account" + ONE)
                .param("at", Timestamp.from(at))
                .param("account", account)
                .param("number", number.value())
                .param("material", material)
                .update();
    }

    /** What follows after the acceptance; a paper that came before it is none. */
    List<DeferredPaper> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select * from deferred_paper where case_number = :number and deferred_at is not null
                        order by material_key
                        """)
                .param("number", number.value())
                .query((row, n) -> read(row))
                .list();
    }

    Set<CaseNumber> owing(Collection<CaseNumber> numbers) {
        return jdbc
                .sql(
                        """
                        select distinct case_number from deferred_paper
                        where case_number in (:numbers) and deferred_at is not null and supplied_at is null
                        """)
                .param("numbers", numbers.stream().map(CaseNumber::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .collect(Collectors.toSet());
    }

    private static DeferredPaper read(ResultSet row) throws SQLException {
        return new DeferredPaper(
                row.getString("material_key"),
                new PartyId(row.getObject("party_id", UUID.class)),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("text_version"),
                row.getString("text_hash"),
                row.getString("text"),
                instant(row.getTimestamp("supplied_at")),
                Optional.ofNullable(row.getString("rejected_why")),
                instant(row.getTimestamp("settled_at")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(Timestamp::toInstant);
    }
}
