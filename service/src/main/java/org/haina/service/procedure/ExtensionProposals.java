package org.haina.service.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseMove;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.procedure.ExtensionProposal.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals as stored; one is open for a case at a time. */
@Repository
class ExtensionProposals {

    private static final List<String> EXTENDABLE =
            CaseMove.EXTEND.from().stream().map(Enum::name).toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    ExtensionProposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(CaseNumber number, String reason, Official by) {
        jdbc.sql(
                        """
                        insert into extension_proposal (id, case_number, reason, proposed_by, proposed_name, proposed_at)
                        values (:id, :number, :reason, :account, :name, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("number", number.value())
                .param("reason", reason)
                .param("account", by.account())
                .param("name", by.displayName())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void decide(UUID id, Outcome outcome, String opinion, Official by) {
        jdbc.sql(
                        """
                        update extension_proposal set outcome = :outcome, opinion = :opinion, decided_by = :account,
                          decided_name = :name, decided_at = :at
                        where id = :id and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("opinion", opinion)
                .param("account", by.account())
                .param("name", by.displayName())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    Optional<ExtensionProposal> open(CaseNumber number) {
        return of(number).stream()
                .filter(proposal -> proposal.outcome().isEmpty())
                .findFirst();
    }

    Optional<ExtensionProposal> last(CaseNumber number) {
        return of(number).stream().reduce((earlier, later) -> later);
    }

    /** Oldest first. */
    List<ExtensionProposal> of(CaseNumber number) {
        return jdbc.sql("select * from extension_proposal where case_number = :number order by proposed_at, id")
                .param("number", number.value())
                .query(ExtensionProposals::read)
                .list();
    }

    /**
     * Those that wait for the head of this organ, oldest first; those overtaken by events are left out.
     *
     * @param after the last one of the page before
     */
    List<WaitingProposal> waiting(Official head, Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select p.*, c.item_version, c.applicant_id
                        from extension_proposal p join case_file c on c.number = p.case_number
                        where p.outcome is null and c.status in (:extendable)
                          and coalesce(c.turn, c.org) = :org
                          and (cast(:after as uuid) is null or (p.proposed_at, p.id)
                               > (select proposed_at, id from extension_proposal where id = :after))
                        order by p.proposed_at, p.id limit :limit
                        """)
                .param("org", head.org())
                .param("extendable", EXTENDABLE)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((row, n) -> new WaitingProposal(
                        read(row, n),
                        row.getLong("item_version"),
                        new PartyId(row.getObject("applicant_id", UUID.class))))
                .list();
    }

    private static ExtensionProposal read(ResultSet row, int n) throws SQLException {
        return new ExtensionProposal(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                row.getTimestamp("proposed_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("decided_name")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getString("opinion"));
    }
}
