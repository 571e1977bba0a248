package org.haina.service.minors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents as stored: one for a case, never changed; when it was withdrawn is added once. */
@Repository
class ConsentRows {

    private final JdbcClient jdbc;

    ConsentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseNumber number, GuardianConsent consent) {
        jdbc.sql(
                        """
                        insert into guardian_consent (case_number, guardian_id, child_id, given_at, text_version, text_hash, text)
                        values (:number, :guardian, :child, :at, :version, :hash, :text)
                        """)
                .param("number", number.value())
                .param("guardian", consent.guardian().value())
                .param("child", consent.child().value())
                .param("at", Timestamp.from(consent.givenAt()))
                .param("version", consent.version())
                .param("hash", consent.hash())
                .param("text", consent.text())
                .update();
    }

    /** False if this guardian gave none in the case, or has withdrawn it before. */
    boolean withdrawn(CaseNumber number, PartyId guardian, Instant at) {
        return jdbc.sql(
                                """
                                update guardian_consent set withdrawn_at = :at
                                where case_number = :number and guardian_id = :guardian and withdrawn_at is null
                                """)
                        .param("at", Timestamp.from(at))
                        .param("number", number.value())
                        .param("guardian", guardian.value())
                        .update()
                == 1;
    }

    Optional<GuardianConsent> of(CaseNumber number) {
        return jdbc.sql("select * from guardian_consent where case_number = :number")
                .param("number", number.value())
                .query((row, n) -> new GuardianConsent(
                        new PartyId(row.getObject("guardian_id", UUID.class)),
                        new PartyId(row.getObject("child_id", UUID.class)),
                        row.getTimestamp("given_at").toInstant(),
                        row.getString("text_version"),
                        row.getString("text_hash"),
                        row.getString("text"),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant)))
                .optional();
    }
}
