package org.haina.service.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows as sender and relay see them. Every time is the database's. */
@Repository
class Calls {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    Calls(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * Takes due rows, no more of each register than allowed; rows another node is just taking are skipped. A row whose
     * lease has ended counts as due. What tells or registers something waits for its elders of the same case.
     */
    List<ClaimedCall> claim(UUID claim, Map<String, Integer> allowances, int most, Duration lease) {
        return jdbc.sql(
                        """
                        with due as materialized (
                            select o.id, o.seq from unnest(:registers::text[], :allowances::int[]) r(register, allowance)
                            cross join lateral (
                                select c.id, c.seq from outbound c
                                where c.register = r.register and c.state in ('pending', 'running', 'manual')
                                  and c.next_at <= now()
                                  and (c.kind = 'register' or not exists (
                                      select 1 from outbound elder
                                      where elder.case_number = c.case_number and elder.seq < c.seq
                                        and elder.register = c.register and elder.kind <> 'register'
                                        and elder.state in ('pending', 'running', 'manual')))
                                order by c.next_at, c.seq limit r.allowance
                                for update skip locked) o
                            limit :most)
                        update outbound c
                        set state = 'running', owner = :claim, attempts = attempts + 1,
                            next_at = now() + :lease * interval '1 millisecond',
                            lease_until = now() + :lease * interval '1 millisecond'
                        from due where c.id = due.id
                        returning c.id, c.owner, c.case_number, c.register, c.query, c.reference, c.purpose,
                                  c.parameters, c.attempts, c.given_up_at is not null as given_up, c.correlation
                        """)
                .param("claim", claim)
                .param("registers", allowances.keySet().toArray(String[]::new))
                .param("allowances", allowances.values().toArray(Integer[]::new))
                .param("most", most)
                .param("lease", lease.toMillis())
                .query(Calls::claimed)
                .list();
    }

    /** False if the row is no longer ours. */
    boolean answered(ClaimedCall call, JsonNode answer) {
        return jdbc.sql(
                                """
                                update outbound set state = 'answered', answer = :answer, done_at = now(),
                                    last_error = null, lease_until = null, owner = null, give_up_at = null
                                where id = :id and owner = :claim and state = 'running'
                                """)
                        .param("id", call.id())
                        .param("claim", call.claim())
                        .param("answer", vault.encrypt("outbound.answer:" + call.id(), answer.toString()))
                        .update()
                == 1;
    }

    /**
     * To be tried again after the pause; says so to nobody. A message about no case, which nobody takes over, is left to
     * an operator once its deadline has passed.
     */
    void unanswered(ClaimedCall call, String code, Duration pause) {
        jdbc.sql(
                        """
                        update outbound set
                            state = case when case_number is null and deadline <= now() then 'failed'
                                         when given_up_at is null then 'pending' else 'manual' end,
                            last_error = :code, lease_until = null, owner = null,
                            next_at = now() + :pause * interval '1 millisecond'
                        where id = :id and owner = :claim and state = 'running'
                        """)
                .param("id", call.id())
                .param("claim", call.claim())
                .param("code", code)
                .param("pause", pause.toMillis())
                .update();
    }

    /** False if the row is no longer ours. */
    boolean refused(ClaimedCall call, String code) {
        return jdbc.sql(
                                """
                                update outbound set state = 'failed', last_error = :code, lease_until = null,
                                    owner = null, give_up_at = null, given_up_at = coalesce(given_up_at, now())
                                where id = :id and owner = :claim and state = 'running'
                                """)
                        .param("id", call.id())
                        .param("claim", call.claim())
                        .param("code", code)
                        .update()
                == 1;
    }

    /** Marks one row past its deadline; rows in a call just now wait for its end. */
    Optional<OutboundGivenUp> giveUpNext(List<String> registers) {
        return jdbc.sql(
                        """
                        update outbound set state = 'manual', given_up_at = now(), give_up_at = null, owner = null
                        where id = (
                            select id from outbound
                            where give_up_at <= now() and register = any(:registers)
                              and (state = 'pending' or state = 'running' and lease_until <= now())
                            order by give_up_at limit 1 for update skip locked)
                        returning id, case_number, register, query, reference, coalesce(last_error, 'NOT_TRIED')
                        """)
                .param("registers", registers.toArray(String[]::new))
                .query((row, n) -> new OutboundGivenUp(
                        row.getObject(1, UUID.class),
                        new CaseNumber(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        true))
                .optional();
    }

    /** @throws IllegalStateException if the row was damaged; says nothing of its content */
    OutboundChannel.Request request(ClaimedCall call) {
        return new OutboundChannel.Request(
                call.id(), call.caseNumber(), call.register(), call.query(), parameters(call), call.purpose());
    }

    void cancelQueries(CaseNumber number) {
        jdbc.sql(
                        """
                        update outbound set state = 'cancelled', done_at = now(), owner = null, lease_until = null,
                            give_up_at = null
                        where case_number = :case and kind = 'register'
                          and state in ('pending', 'running', 'manual', 'failed')
                        """)
                .param("case", number.value())
                .update();
    }

    void giveUpLater(UUID id) {
        jdbc.sql("update outbound set give_up_at = now() + interval '30 seconds' where id = :id")
                .param("id", id)
                .update();
    }

    private static ClaimedCall claimed(ResultSet row, int n) throws SQLException {
        return new ClaimedCall(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                LedgerRows.caseNumber(row.getString("case_number")),
                row.getString("register"),
                row.getString("query"),
                row.getString("reference"),
                row.getString("purpose"),
                row.getBytes("parameters"),
                row.getInt("attempts"),
                row.getBoolean("given_up"),
                row.getString("correlation"));
    }

    /** What the encrypted parameters of a call are bound to. */
    static String parametersOf(UUID id) {
        return "outbound.parameters:" + id;
    }

    private JsonNode parameters(ClaimedCall call) {
        try {
            return json.readTree(vault.decrypt(parametersOf(call.id()), call.sealedParameters()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable parameters of call " + call.id());
        }
    }
}
