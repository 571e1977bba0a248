package org.haina.service.ratings;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseFile;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ratings, one for each case. */
@Service
public class Ratings {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Rating> find(CaseNumber number) {
        return jdbc.sql("select level, reasons, words, rated_at from rating where case_number = :number")
                .param("number", number.value())
                .query((row, n) -> new Rating(
                        Level.ofCode(String.valueOf(row.getInt(1))).orElseThrow(),
                        texts(row.getArray(2)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Keeps the first rating; false if the case has one already. */
    @Transactional
    boolean rate(CaseFile file, Level level, List<String> reasons, String words, Citizen by) {
        boolean kept = jdbc.sql(
                                """
                                insert into rating (case_number, org, item_key, level, reasons, words, rated_at)
                                values (:number, :org, :item, :level, :reasons, :words, :now)
                                on conflict (case_number) do nothing
                                """)
                        .param("number", file.number().value())
                        .param("org", file.acting())
                        .param("item", file.item().value())
                        .param("level", level.code())
                        .param("reasons", reasons.toArray(String[]::new))
                        .param("words", words)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (kept) {
            audit.record(new AuditEntry("party:" + by.party(), "case.rate", "case", file.number(), Map.of()));
        }
        return kept;
    }

    private static List<String> texts(Array array) throws java.sql.SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
