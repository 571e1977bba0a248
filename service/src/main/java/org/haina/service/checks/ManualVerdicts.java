package org.haina.service.checks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officials found when they looked themselves. */
@Repository
public class ManualVerdicts {

    private final JdbcClient jdbc;
    private final Clock clock;

    ManualVerdicts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(CaseNumber number, Official by, String outcome, String opinion) {
        jdbc.sql(
                        """
                        insert into manual_check (case_number, at, account, name, outcome, opinion)
                        values (:number, :at, :account, :name, :outcome, :opinion)
                        """)
                .param("number", number.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", by.account())
                .param("name", by.displayName())
                .param("outcome", outcome)
                .param("opinion", opinion.strip())
                .update();
    }

    /** The verdict on a case, if a person had to look; as corrected last. */
    public Optional<Verdict> of(CaseNumber number) {
        return jdbc.sql("select at, name, outcome, opinion from manual_check where case_number = :number order by id"
                        + " desc limit 1")
                .param("number", number.value())
                .query((row, n) -> new Verdict(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    /** @param outcome {@code passed} or {@code failed} */
    public record Verdict(Instant at, String by, String outcome, String opinion) {}
}
