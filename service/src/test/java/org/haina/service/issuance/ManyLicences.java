package org.haina.service.issuance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Thousands of licences like one, for as long as one query over them is looked at; afterwards they are gone. */
@Lazy
@Component
public class ManyLicences {

    private static final int MANY = 20_000;

    private final DataSource owner;
    private final ObjectMapper json;

    ManyLicences(Flyway flyway, ObjectMapper json) {
        this.owner = flyway.getConfiguration().getDataSource();
        this.json = json;
    }

    /**
     * How many certificates a query reads, the index entries it has to look behind included.
     *
     * @param like the case whose licence the others are like
     * @param columns what is different with the many, as the set clause of an update
     */
    public long read(CaseNumber like, String columns, String query, Map<String, ?> parameters) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set local search_path = haina").update();
            fill(jdbc, like, columns);
            String plan = jdbc.sql("explain (analyze, format json) " + query)
                    .params(parameters)
                    .query(String.class)
                    .single();
            connection.rollback();
            return rows(json.readTree(plan));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(JdbcClient jdbc, CaseNumber like, String columns) {
        jdbc.sql(
                        """
                        insert into case_file
                        select (jsonb_populate_record(f, jsonb_build_object('number', 'M' || lpad(n::text, 14, '0'),
                          'process_instance', null, 'exchange_number', null))).*
                        from case_file f, generate_series(1, :many) n where f.number = :like
                        """)
                .param("many", MANY)
                .param("like", like.value())
                .update();
        jdbc.sql(
                        """
                        insert into certificate
                        select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
                          'case_number', 'M' || lpad(n::text, 14, '0'), 'granted_by', 'M' || lpad(n::text, 14, '0'),
                          'code', lpad(n::text, 26, '0'), 'number', 'M' || n, 'identifier', 'M' || n,
                          'hash', lpad(n::text, 64, '0')))).*
                        from certificate c, generate_series(1, :many) n where c.case_number = :like
                        """)
                .param("many", MANY)
                .param("like", like.value())
                .update();
        jdbc.sql("update certificate set " + columns + " where case_number like 'M%'")
                .update();
        jdbc.sql("analyze certificate").update();
        jdbc.sql("analyze case_file").update();
    }

    private static long rows(JsonNode node) {
        long own = node.path("Relation Name").asText().equals("certificate")
                ? node.path("Actual Loops").asLong()
                        * (node.path("Actual Rows").asLong()
                                + node.path("Rows Removed by Filter").asLong())
                : 0;
        return own
                + StreamSupport.stream(node.spliterator(), false)
                        .mapToLong(ManyLicences::rows)
                        .sum();
    }
}
