package org.haina.service.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.haina.service.audit.AuditTrail;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which officials have had a case in hand, and to which of them another does not exist for that. */
@Service
public class CaseHands {

    private static final Set<String> AT_TASKS = Set.of("task.claim", "task.release", "task.complete");

    private final JdbcClient jdbc;
    private final AuditTrail log;

    CaseHands(JdbcClient jdbc, AuditTrail log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Accounts of officials who have done something in the case, or have held a task of it, be it that they gave it back. */
    public Set<String> officials(CaseNumber number) {
        Set<String> accounts = new TreeSet<>(log.actors(number, AT_TASKS));
        jdbc.sql(
                        """
                        select distinct actor from case_event
                        where case_number = :number and actor_kind in ('OFFICIAL', 'HEAD')
                        """)
                .param("number", number.value())
                .query(String.class)
                .list()
                .forEach(accounts::add);
        return accounts;
    }

    /**
     * True if this official has put down one of these since then, whether or not it was taken back: the time line keeps it.
     *
     * @param kinds of entries of the time line
     */
    public boolean hasNoted(CaseNumber number, String account, Set<String> kinds, Instant since) {
        return jdbc.sql(
                        """
                        select exists (select 1 from case_event
                          where case_number = :number and actor = :account and kind in (:kinds) and at >= :since)
                        """)
                .param("number", number.value())
                .param("account", account)
                .param("kinds", kinds)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /**
     * To these officials the case does not exist from now on, whatever their roles: it is about what they did. Tasks that are
     * open already are closed to them by {@code worklist}.
     *
     * @param accounts all that there are: those from before do not stay
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bar(CaseNumber number, Collection<String> accounts) {
        jdbc.sql("update case_file set barred = :accounts where number = :number")
                .param("accounts", accounts.toArray(String[]::new))
                .param("number", number.value())
                .update();
    }
}
