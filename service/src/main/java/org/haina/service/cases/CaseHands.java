package org.haina.service.cases;

import java.util.Collection;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which officials have had a case in hand, and to which of them another does not exist for that. */
@Service
public class CaseHands {

    private final JdbcClient jdbc;

    CaseHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts of officials who have done something in the case. */
    public List<String> officials(CaseNumber number) {
        return jdbc.sql(
                        """
                        select distinct actor from case_event
                        where case_number = :number and actor_kind in ('OFFICIAL', 'HEAD')
                        """)
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    /**
     * To these officials the case does not exist from now on, whatever their roles: it is about what they did. Tasks that are
     * open already are not closed to them.
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
