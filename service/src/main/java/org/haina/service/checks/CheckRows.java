package org.haina.service.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haina.integrations.registers.Answer;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks as stored; answers encrypted. */
@Repository
class CheckRows {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    CheckRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** Opens the checks, in the order given; the keys of those that were not there already: steps may run twice. */
    Set<String> insert(CaseNumber number, List<OpenCheck> checks) {
        return Set.copyOf(jdbc.sql(
                        """
                        insert into case_check (case_number, position, register, query, state, trouble, upon_promise)
                        select :number, o.position - 1, o.register, o.query, o.state, o.trouble, o.upon_promise
                        from unnest(:registers::text[], :queries::text[], :states::text[], :troubles::text[],
                                    :uponPromise::boolean[])
                             with ordinality o(register, query, state, trouble, upon_promise, position)
                        on conflict do nothing
                        returning register || '/' || query
                        """)
                .param("number", number.value())
                .param("registers", column(checks, c -> c.check().register()))
                .param("queries", column(checks, c -> c.check().query()))
                .param("states", column(checks, c -> c.state().name()))
                .param("troubles", column(checks, OpenCheck::trouble))
                .param(
                        "uponPromise",
                        column(checks, c -> String.valueOf(c.check().isUponPromise())))
                .query(String.class)
                .list());
    }

    /** Forgets what was asked; the ledger keeps every call with its answer. */
    void clear(CaseNumber number) {
        jdbc.sql("delete from case_check where case_number = :number")
                .param("number", number.value())
                .update();
    }

    private static String[] column(List<OpenCheck> checks, Function<OpenCheck, String> value) {
        return checks.stream().map(value).toArray(String[]::new);
    }

    /** Locks the checks of a case, so that of two answers arriving at once one sees the other. */
    List<CaseCheck> lock(CaseNumber number) {
        return jdbc.sql("select * from case_check where case_number = :number order by position for update")
                .param("number", number.value())
                .query((row, n) -> read(number, row))
                .list();
    }

    List<CaseCheck> of(CaseNumber number) {
        return jdbc.sql("select * from case_check where case_number = :number order by position")
                .param("number", number.value())
                .query((row, n) -> read(number, row))
                .list();
    }

    void answered(CaseNumber number, String reference, Answer answer, List<String> differences, Instant at) {
        jdbc.sql(
                        """
                        update case_check set answer = :answer, differences = :differences, settled_at = :at,
                          state = case when state = 'WAITING' then 'ANSWERED' else state end
                        where case_number = :number and register || '/' || query = :reference
                        """)
                .param(
                        "answer",
                        vault.encrypt(
                                context(number, reference), answer.toJson().toString()))
                .param("differences", differences.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("reference", reference)
                .update();
    }

    void manual(CaseNumber number, String reference, String trouble) {
        jdbc.sql(
                        """
                        update case_check set state = 'MANUAL', trouble = :trouble
                        where case_number = :number and register || '/' || query = :reference and state = 'WAITING'
                        """)
                .param("trouble", trouble)
                .param("number", number.value())
                .param("reference", reference)
                .update();
    }

    /** @param uponPromise which of the questions a person has settled */
    void settledByHand(CaseNumber number, boolean uponPromise, Instant at) {
        jdbc.sql(
                        """
                        update case_check set state = 'SETTLED_BY_HAND', settled_at = coalesce(settled_at, :at)
                        where case_number = :number and state = 'MANUAL' and upon_promise = :uponPromise
                        """)
                .param("uponPromise", uponPromise)
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }

    private CaseCheck read(CaseNumber number, ResultSet row) throws SQLException {
        String reference = row.getString("register") + "/" + row.getString("query");
        byte[] sealed = row.getBytes("answer");
        return new CaseCheck(
                row.getString("register"),
                row.getString("query"),
                CheckState.valueOf(row.getString("state")),
                Optional.ofNullable(sealed).map(s -> answer(number, reference, s)),
                List.of((String[]) row.getArray("differences").getArray()),
                row.getString("trouble"),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                row.getBoolean("upon_promise"));
    }

    private Answer answer(CaseNumber number, String reference, byte[] sealed) {
        try {
            return Answer.ofJson(json.readTree(vault.decrypt(context(number, reference), sealed)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer to " + reference + " is not readable", e);
        }
    }

    private static String context(CaseNumber number, String reference) {
        return "case_check.answer:" + number + "/" + reference;
    }
}
