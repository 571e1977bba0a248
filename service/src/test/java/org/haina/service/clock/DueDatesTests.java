package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class DueDatesTests {

    @Autowired
    CaseClocks clocks;

    @Autowired
    Filing filing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    /** A plan made on the first day of a large item is kept while the table fills. */
    @Test
    void deadlines_are_found_by_key_by_a_plan_made_while_there_were_few_cases() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());

        long whole = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("create temporary table clock_due (like haina.clock_due including all) on commit drop")
                    .update();
            jdbc.sql(
                            """
                            insert into clock_due (case_number, clock, kind, counted_from, due_on, state, consequence,
                                                   calendar_version)
                            select n, 'DECISION', 'STATUTORY', current_date, current_date, 'RUNNING', '', 1
                            from generate_series(1, 300) n
                            """)
                    .update();
            jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
            long before = wholeScans();
            clocks.dueDates(List.of(number));
            return wholeScans() - before;
        }));

        assertThat(whole).as("looks through the whole table").isZero();
    }

    private long wholeScans() {
        return jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relid = 'pg_temp.clock_due'::regclass")
                .query(Long.class)
                .single();
    }
}
