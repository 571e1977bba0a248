package org.haina.service.publications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes once what was granted before grants were published; then there is nothing left to do. What cannot be published is
 * looked at again after one minute, two, four and so on, at last every 17 hours.
 */
@Configuration(proxyBeanMethods = false)
class BacklogSweep {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogSweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final int LONGEST = 10;

    private final JdbcClient jdbc;
    private final GrantRegister register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BacklogSweep(JdbcClient jdbc, GrantRegister register, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> publishedGrantsSweep() {
        return Tasks.recurring("published-grants-sweep", FixedDelay.of(PAUSE)).execute((instance, context) -> run());
    }

    void run() {
        due().forEach(number -> {
            try {
                transaction.executeWithoutResult(status -> publish(number));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The grant of case {} cannot be published: {}",
                        number,
                        e.getClass().getSimpleName());
                putOff(number);
            }
        });
    }

    private List<CaseNumber> due() {
        return jdbc
                .sql(
                        """
                        select case_number from published_grant_due where next_look is null or next_look <= :now
                        order by next_look nulls first, 1 limit :batch
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    private void publish(CaseNumber number) {
        register.follow(number);
        jdbc.sql("delete from published_grant_due where case_number = :number")
                .param("number", number.value())
                .update();
    }

    private void putOff(CaseNumber number) {
        jdbc.sql(
                        """
                        update published_grant_due set looks = looks + 1,
                          next_look = cast(:now as timestamptz) + interval '1 minute' * power(2, least(looks, :longest))
                        where case_number = :number
                        """)
                .param("number", number.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("longest", LONGEST)
                .update();
    }
}
