package org.haina.service.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which open cases go by which version of their item, and the change from one to another. */
@Service
public class CaseVersions {

    private final JdbcClient jdbc;
    private final CaseEventRows history;
    private final Audit audit;
    private final Clock clock;

    CaseVersions(JdbcClient jdbc, CaseEventRows history, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many open cases each of these versions has; versions without any are left out. */
    public Map<Long, Long> open(Collection<Long> versions) {
        return jdbc
                .sql(
                        """
                        select item_version, count(*) from case_file
                        where item_version = any(:versions) and closed_at is null group by item_version
                        """)
                .param("versions", versions.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Open cases of a version, by number.
     *
     * @param after the last of the page before
     */
    public List<CaseNumber> open(long version, Optional<CaseNumber> after, int limit) {
        return jdbc.sql(
                        """
                        select number from case_file
                        where item_version = :version and closed_at is null and number > :after
                        order by number limit :limit
                        """)
                .param("version", version)
                .param("after", after.map(CaseNumber::value).orElse(""))
                .param("limit", limit)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
    }

    /**
     * A case goes by another version of its item from now on: form, guide, templates and words. Its process is moved by the
     * caller in the same transaction.
     *
     * @param file the case as locked by the caller
     * @param from what the version it leaves calls itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(CaseFile file, String from, ItemVersion to, Actor by) {
        jdbc.sql("update case_file set item_version = :to, version = version + 1 where number = :number")
                .param("to", to.id())
                .param("number", file.number().value())
                .update();
        String now = to.definition().version();
        history.note(
                file.number(),
                "CHANGE_ITEM_VERSION",
                "办件改按事项版本 %s 办理（原为 %s），申请内容和办理期限不变".formatted(now, from),
                "",
                by,
                clock.instant());
        audit.record(new AuditEntry(
                by.id(),
                "case.version",
                "case",
                file.number(),
                Map.of("before", from + "（" + file.itemVersion() + "）", "version", now + "（" + to.id() + "）")));
    }
}
