package org.haina.service.terminations;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Termination.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terminations as stored; one is open for a case at a time. */
@Repository
class TerminationRows {

    private final JdbcClient jdbc;

    TerminationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Termination proposed) {
        jdbc.sql(
                        """
                        insert into termination (id, case_number, act, ground, penalty, facts, by_holder, proposed_by,
                          proposed_name, proposed_at, process_instance, state_until)
                        values (:id, :number, :act, :ground, :penalty, :facts, :holder, :by, :name, :at, :process, :until)
                        """)
                .param("id", proposed.id())
                .param("number", proposed.number().value())
                .param("act", proposed.act().name())
                .param("ground", proposed.ground().name())
                .param("penalty", proposed.penalty())
                .param("facts", proposed.facts())
                .param("holder", proposed.byHolder())
                .param("by", proposed.proposedBy())
                .param("name", proposed.proposedName())
                .param("at", Timestamp.from(proposed.proposedAt()))
                .param("process", proposed.processInstance())
                .param("until", proposed.stateUntil().map(Date::valueOf).orElse(null))
                .update();
    }

    void stated(UUID id, String statement, Instant at) {
        jdbc.sql("update termination set statement = :statement, stated_at = :at where id = :id and statement is null")
                .param("statement", statement)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Never earlier than it was. */
    void stateUntil(UUID id, LocalDate until) {
        jdbc.sql("update termination set state_until = greatest(state_until, :until) where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
    }

    void heard(UUID id, String hearing, String account) {
        jdbc.sql("update termination set hearing = :hearing, heard_by = :account where id = :id")
                .param("hearing", hearing)
                .param("account", account)
                .param("id", id)
                .update();
    }

    void reviewed(UUID id, String review, String account) {
        jdbc.sql("update termination set legal_review = :review, reviewed_by = :account where id = :id")
                .param("review", review)
                .param("account", account)
                .param("id", id)
                .update();
    }

    void forgetHearing(UUID id) {
        jdbc.sql("update termination set hearing = null, heard_by = null where id = :id")
                .param("id", id)
                .update();
    }

    void forgetReview(UUID id) {
        jdbc.sql("update termination set legal_review = null, reviewed_by = null where id = :id")
                .param("id", id)
                .update();
    }

    void settle(UUID id, Result result, String reasons, String account, Instant at) {
        jdbc.sql(
                        """
                        update termination set result = :result, reasons = :reasons, decided_by = :account, settled_at = :at
                        where id = :id
                        """)
                .param("result", result.name())
                .param("reasons", reasons)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Oldest first. */
    List<Termination> of(CaseNumber number) {
        return jdbc.sql("select * from termination where case_number = :number order by proposed_at, id")
                .param("number", number.value())
                .query(TerminationRows::read)
                .list();
    }

    private static Termination read(ResultSet row, int n) throws SQLException {
        return new Termination(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                TerminationAct.valueOf(row.getString("act")),
                Ground.valueOf(row.getString("ground")),
                row.getString("penalty"),
                row.getString("facts"),
                row.getBoolean("by_holder"),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("process_instance"),
                Optional.ofNullable(row.getDate("state_until")).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("statement")),
                Optional.ofNullable(row.getString("hearing")),
                Optional.ofNullable(row.getString("heard_by")),
                Optional.ofNullable(row.getString("legal_review")),
                Optional.ofNullable(row.getString("reviewed_by")),
                Optional.ofNullable(row.getString("result")).map(Result::valueOf),
                Optional.ofNullable(row.getString("reasons")),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant));
    }
}
