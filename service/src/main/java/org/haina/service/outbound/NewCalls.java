package org.haina.service.outbound;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.haina.service.keys.CorrelationId;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts calls on the ledger. */
@Repository
class NewCalls {

    private final JdbcClient jdbc;
    private final Vault vault;

    NewCalls(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** One statement; the ids in the order of the calls. */
    List<UUID> insert(List<OutboundCall> all, CorrelationId correlation) {
        List<UUID> ids = all.stream().map(call -> UUID.randomUUID()).toList();
        byte[][] parameters = IntStream.range(0, all.size())
                .mapToObj(i -> sealed(ids.get(i), all.get(i)))
                .toArray(byte[][]::new);
        jdbc.sql(
                        """
                        insert into outbound (id, case_number, kind, register, query, reference, purpose, parameters,
                                              deadline, give_up_at, correlation)
                        select c.id, c.case_number, c.kind, c.register, c.query, c.reference, c.purpose, c.parameters,
                               now() + c.patience * interval '1 millisecond',
                               case when c.case_number is not null
                                    then now() + c.patience * interval '1 millisecond' end, :correlation
                        from unnest(:ids::uuid[], :cases::text[], :kinds::text[], :registers::text[],
                                    :queries::text[], :references::text[], :purposes::text[], :parameters::bytea[],
                                    :patiences::bigint[])
                             with ordinality c(id, case_number, kind, register, query, reference, purpose,
                                               parameters, patience, position)
                        order by c.position
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("cases", column(all, NewCalls::caseOf))
                .param("kinds", column(all, call -> call.kind().name().toLowerCase(Locale.ROOT)))
                .param("registers", column(all, OutboundCall::register))
                .param("queries", column(all, OutboundCall::query))
                .param("references", column(all, OutboundCall::reference))
                .param("purposes", column(all, OutboundCall::purpose))
                .param("parameters", parameters)
                .param(
                        "patiences",
                        all.stream().map(c -> c.patience().toMillis()).toArray(Long[]::new))
                .param("correlation", correlation.value())
                .update();
        return ids;
    }

    /** A call that is over, answered unless there was trouble. */
    void insertMade(
            UUID id,
            OutboundCall call,
            @Nullable String trouble,
            @Nullable String settlement,
            CorrelationId correlation) {
        jdbc.sql(
                        """
                        insert into outbound (id, case_number, kind, register, query, reference, purpose, parameters,
                                              state, attempts, deadline, last_error, settlement, correlation, done_at)
                        values (:id, :case, :kind, :register, :query, :reference, :purpose, :parameters,
                                case when :trouble::text is null then 'answered' else 'cancelled' end, 1, now(),
                                :trouble, :settlement, :correlation, now())
                        """)
                .param("id", id)
                .param("case", caseOf(call))
                .param("kind", call.kind().name().toLowerCase(Locale.ROOT))
                .param("register", call.register())
                .param("query", call.query())
                .param("reference", call.reference())
                .param("purpose", call.purpose())
                .param("parameters", sealed(id, call))
                .param("trouble", trouble)
                .param("settlement", settlement)
                .param("correlation", correlation.value())
                .update();
    }

    private static @Nullable String caseOf(OutboundCall call) {
        return call.caseNumber() == null ? null : call.caseNumber().value();
    }

    private static @Nullable String[] column(List<OutboundCall> all, Function<OutboundCall, @Nullable String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }

    private byte[] sealed(UUID id, OutboundCall call) {
        return vault.encrypt(Calls.parametersOf(id), call.parameters().toString());
    }
}
