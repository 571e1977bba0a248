package org.haina.service.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries as those see them who may withhold one. */
@Repository
class WithheldRows {

    private static final int MOST = 100;

    /** @param ground absent while it is published */
    record Entry(
            UUID id,
            CaseNumber number,
            String itemTitle,
            String holder,
            String document,
            @Nullable Ground ground,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at) {

        public boolean isWithheld() {
            return ground != null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    WithheldRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Withheld now, the last one first, at most 100. */
    List<Entry> withheld() {
        return jdbc.sql(
                        "select * from published_grant where withheld_at is not null order by withheld_at desc, id limit "
                                + MOST)
                .query(WithheldRows::read)
                .list();
    }

    /** By the number of the decision, withheld or not. */
    List<Entry> named(String document) {
        return jdbc.sql("select * from published_grant where document = :document order by id limit " + MOST)
                .param("document", document)
                .query(WithheldRows::read)
                .list();
    }

    Optional<Entry> lock(UUID id) {
        return jdbc.sql("select * from published_grant where id = :id for update")
                .param("id", id)
                .query(WithheldRows::read)
                .optional();
    }

    void withhold(UUID id, Ground ground, String reason, String account) {
        jdbc.sql(
                        """
                        update published_grant set withheld_at = :at, withheld_by = :account, ground = :ground,
                          reason = :reason where id = :id
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("ground", ground.name())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void restore(UUID id) {
        jdbc.sql("update published_grant set withheld_at = null, withheld_by = null, ground = null, reason = null"
                        + " where id = :id")
                .param("id", id)
                .update();
    }

    Optional<Entry> of(CaseNumber number) {
        return jdbc.sql("select * from published_grant where case_number = :number")
                .param("number", number.value())
                .query(WithheldRows::read)
                .optional();
    }

    /** Withheld as the other is, since then and by the same account. */
    void withholdLike(UUID id, UUID other) {
        jdbc.sql(
                        """
                        update published_grant set (withheld_at, withheld_by, ground, reason) =
                          (select withheld_at, withheld_by, ground, reason from published_grant where id = :other)
                        where id = :id
                        """)
                .param("id", id)
                .param("other", other)
                .update();
    }

    private static Entry read(ResultSet row, int n) throws SQLException {
        String ground = row.getString("ground");
        Timestamp at = row.getTimestamp("withheld_at");
        return new Entry(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("item_title"),
                row.getString("holder"),
                row.getString("document"),
                ground == null ? null : Ground.valueOf(ground),
                row.getString("reason"),
                row.getString("withheld_by"),
                at == null ? null : at.toInstant());
    }
}
