package org.haina.service.archive;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.haina.service.cases.ClosedCaseChanged;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closed cases that have something which no package holds yet. Times are the database's. */
@Repository
class ArchiveQueue {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ArchiveSettings settings;

    ArchiveQueue(JdbcClient jdbc, ArchiveSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** In the transaction that closes the case or adds to it: none is forgotten. */
    @EventListener
    void remember(ClosedCaseChanged changed) {
        jdbc.sql(
                        """
                        insert into case_archive_due (case_number) values (:number)
                        on conflict (case_number) do update set next_at = now(), looks = 0, problem = null
                        """)
                .param("number", changed.number().value())
                .update();
    }

    Optional<CaseNumber> next() {
        return jdbc.sql("select case_number from case_archive_due where next_at <= now() order by next_at limit 1")
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** Holds the row until the transaction ends: whoever adds to the case meanwhile waits, and begins a new one. */
    boolean lock(CaseNumber number) {
        return jdbc.sql("select 1 from case_archive_due where case_number = :number for update skip locked")
                .param("number", number.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void putOff(CaseNumber number) {
        putOff(number, null);
    }

    /** @param problem kind of error; null where the case is only not ready yet */
    void putOff(CaseNumber number, @Nullable String problem) {
        jdbc.sql(
                        """
                        update case_archive_due set looks = looks + 1, problem = :problem,
                            next_at = now() + least(:longest, :pause * power(2, least(looks, 20))) * interval '1 second'
                        where case_number = :number
                        """)
                .param("problem", problem)
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("pause", settings.pause().toSeconds())
                .param("number", number.value())
                .update();
    }

    void done(CaseNumber number) {
        jdbc.sql("delete from case_archive_due where case_number = :number")
                .param("number", number.value())
                .update();
    }

    long count() {
        return jdbc.sql("select count(*) from case_archive_due")
                .query(Long.class)
                .single();
    }

    /** Case and kind of error of those that could not be packed several times, at most 100. */
    Map<CaseNumber, String> problems() {
        Map<CaseNumber, String> problems = new LinkedHashMap<>();
        jdbc.sql("select case_number, problem from case_archive_due where problem is not null"
                        + " and looks >= 3 order by 1 limit 100")
                .query(row -> {
                    problems.put(new CaseNumber(row.getString(1)), row.getString(2));
                });
        return problems;
    }
}
