package org.haina.service.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What was granted before there was a register, and what keeps it from being published. */
@ServiceTest
class BacklogSweepTests {

    @Autowired
    Grants grants;

    @Autowired
    GrantRegister register;

    @Autowired
    BacklogSweep backlog;

    @Autowired
    PublicGrants published;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock time;

    private CaseNumber number;

    @BeforeEach
    void a_grant_that_is_due() throws Exception {
        number = grants.granted().number();
        sql("delete from published_grant where case_number = :number");
        sql("insert into published_grant_due (case_number) values (:number)");
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_cannot_be_published_is_looked_at_again_and_again_ever_later() throws Exception {
        UUID holder = cases.get(number).applicant().value();
        byte[] sealed = jdbc.sql("select identifier from party where id = :id")
                .param("id", holder)
                .query(byte[].class)
                .single();
        identifier(holder, new byte[] {0});

        for (int looks = 1; looks <= 12; looks++) {
            backlog.run();
            backlog.run();
            assertThat(looks()).contains(looks);
            time.advance(Duration.ofMinutes(1L << Math.min(looks - 1, 10)));
        }
        identifier(holder, sealed);
        backlog.run();

        assertThat(looks()).isEmpty();
        assertThat(published.entry(number).path("state").asText()).isEqualTo("IN_FORCE");
    }

    @Test
    void while_an_entry_is_made_nobody_changes_its_case() {
        await().until(() -> changeable().isPresent());

        Optional<String> meanwhile = new TransactionTemplate(transactions).execute(status -> {
            register.follow(number);
            return changeable();
        });

        assertThat(meanwhile).isEmpty();
        await().until(() -> changeable().isPresent());
    }

    /** Empty if somebody else holds the case; what only refers to it holds nothing. */
    private Optional<String> changeable() {
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return another.execute(
                status -> jdbc.sql("select number from case_file where number = :number for no key update skip locked")
                        .param("number", number.value())
                        .query(String.class)
                        .optional());
    }

    private Optional<Integer> looks() {
        return jdbc.sql("select looks from published_grant_due where case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .optional();
    }

    private void identifier(UUID party, byte[] sealed) {
        jdbc.sql("update party set identifier = :sealed where id = :id")
                .param("sealed", sealed)
                .param("id", party)
                .update();
    }

    private void sql(String change) {
        jdbc.sql(change).param("number", number.value()).update();
    }
}
