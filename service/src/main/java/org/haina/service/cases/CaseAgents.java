package org.haina.service.cases;

import java.util.List;
import java.util.Map;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who acts in the cases of those who do not act themselves. */
@Service
public class CaseAgents {

    private static final int MOST = 200;
    private static final String OF_OTHERS =
            """
             from case_file where applicant_id = :applicant and closed_at is null
               and agent_id is not null and agent_id <> :agent\
            """;

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Cases cases;
    private final Audit audit;

    CaseAgents(JdbcClient jdbc, CaseRows rows, Cases cases, Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cases = cases;
        this.audit = audit;
    }

    /** The items of an applicant's running cases in which somebody else acts. */
    public List<ItemKey> itemsOfOthers(PartyId applicant, PartyId agent) {
        return jdbc
                .sql("select distinct item_key" + OF_OTHERS)
                .param("applicant", applicant.value())
                .param("agent", agent.value())
                .query(String.class)
                .list()
                .stream()
                .map(ItemKey::new)
                .toList();
    }

    /** Running cases of an applicant in these items in which somebody else acts, newest first, at most 200. */
    public List<CaseFile> ofOthers(PartyId applicant, PartyId agent, List<ItemKey> items) {
        return items.isEmpty()
                ? List.of()
                : jdbc.sql("select *" + OF_OTHERS
                                + " and item_key in (:items) order by received_at desc, number limit :most")
                        .param("applicant", applicant.value())
                        .param("agent", agent.value())
                        .param("items", items.stream().map(ItemKey::value).toList())
                        .param("most", MOST)
                        .query(rows::read)
                        .list();
    }

    /**
     * Another acts from now on, and the former sees the case no longer.
     *
     * @param file under its lock
     * @param words who instead of whom and by what order, as the time line may show it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(CaseFile file, PartyId agent, String words, Actor by) {
        CaseNumber number = file.number();
        jdbc.sql("update case_file set agent_id = :agent, version = version + 1 where number = :number")
                .param("agent", agent.value())
                .param("number", number.value())
                .update();
        cases.note(number, "AGENT_CHANGED", "变更经办人", words, by);
        audit.record(new AuditEntry(
                by.id(),
                "case.agent",
                "case",
                number,
                Map.of("former", file.agent().map(PartyId::toString).orElse(""), "agent", agent.toString())));
    }
}
