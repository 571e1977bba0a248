package org.haina.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class DatabaseTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({"fsync", "synchronous_commit", "full_page_writes"})
    void a_commit_is_durable(String setting) {
        assertThat(jdbc.sql("show " + setting).query(String.class).single()).isEqualTo("on");
    }

    @Test
    void the_service_runs_as_a_role_that_owns_nothing_of_ours() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("haina_app");
        assertThatThrownBy(
                        () -> jdbc.sql("create table haina.intruder (id int)").update())
                .hasStackTraceContaining("permission denied for schema haina");
    }

    @Test
    void the_engine_keeps_its_tables_apart_from_ours() {
        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_schema = 'engine'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(25);
        assertThat(jdbc.sql(
                                "select count(*) from information_schema.tables where table_schema = 'haina' and table_name like 'act\\_%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void legal_time_is_counted_in_Shanghai() {
        assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    }
}
