package org.haina.service.credit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts as stored; of several on one case the last holds. */
@Repository
class CreditVerdicts {

    private final JdbcClient jdbc;

    CreditVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseNumber number, Official by, boolean trusted, String how, Instant at) {
        jdbc.sql(
                        """
                        insert into credit_verdict (case_number, at, account, name, trusted, how)
                        values (:number, :at, :account, :name, :trusted, :how)
                        """)
                .param("number", number.value())
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("name", by.displayName())
                .param("trusted", trusted)
                .param("how", how)
                .update();
    }

    Optional<CreditVerdict> last(CaseNumber number) {
        return jdbc.sql(
                        """
                        select at, account, trusted, how from credit_verdict
                        where case_number = :number order by id desc limit 1
                        """)
                .param("number", number.value())
                .query((row, n) -> new CreditVerdict(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getBoolean(3), row.getString(4)))
                .optional();
    }
}
