package org.haina.service.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 漏告知: the head's leave to ask once for what was visible at the first notice and not asked for then (行政许可法 32(4)). Each
 * leave is a fault of the organ and counts as one.
 */
@Service
public class NoticeExceptions {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Audit audit;
    private final Clock clock;

    NoticeExceptions(JdbcClient jdbc, Cases cases, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives leave for one further notice. @param reason as the applicant may read it */
    @Transactional
    public void allow(CaseFile file, String reason, Official head) {
        jdbc.sql(
                        """
                        insert into notice_exception (case_number, org, reason, account, name, at)
                        values (:number, :org, :reason, :account, :name, :at)
                        """)
                .param("number", file.number().value())
                .param("org", file.org())
                .param("reason", reason)
                .param("account", head.account())
                .param("name", head.displayName())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        cases.note(file.number(), "NOTICE_EXCEPTION", "机关负责人准许补充告知（漏告知）：" + reason, Actor.of(head));
        audit.record(new AuditEntry(head.account(), "notice.exception", "case", file.number(), Map.of()));
    }

    /** True if the head's leave for a further notice has not been used yet. */
    public boolean isOpen(CaseNumber number) {
        return jdbc.sql(
                        """
                        select exists (select 1 from notice_exception where case_number = :number and used_at is null)
                        """)
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    void use(CaseNumber number) {
        jdbc.sql("update notice_exception set used_at = :at where case_number = :number and used_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .update();
    }

    /** How many an organ needed since then, by its code; organs without any are left out. */
    public Map<String, Integer> countedSince(Instant since) {
        return jdbc
                .sql("select org, count(*) from notice_exception where at >= :since group by org")
                .param("since", Timestamp.from(since))
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
