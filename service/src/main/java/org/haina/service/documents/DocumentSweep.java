package org.haina.service.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues receipt vouchers and prints what waits, a few at a time: receiving cases has precedence over paper. */
@Configuration(proxyBeanMethods = false)
class DocumentSweep {

    private static final Duration LOOK_BACK = Duration.ofDays(60);
    private static final int RECEIPTS = 5;
    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration WHOLE_LOOK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Documents documents;
    private final DocumentPrinter printer;
    private final DocumentsSettings settings;
    private final Clock clock;
    private final Precedence precedence;
    private Instant nextWholeLook = Instant.MIN;

    DocumentSweep(
            JdbcClient jdbc, Documents documents, DocumentPrinter printer, DocumentsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.printer = printer;
        this.settings = settings;
        this.clock = clock;
        this.precedence = Precedence.here(settings.busy(), settings.patience());
    }

    @Bean
    RecurringTask<Void> documentsSweep() {
        return Tasks.recurring("documents-sweep", FixedDelay.of(settings.sweep()))
                .execute((instance, context) -> {
                    if (precedence.mayGoOn()) {
                        run();
                    }
                });
    }

    void run() {
        List<CaseNumber> cases = withoutReceipt(since(clock.instant()));
        cases.forEach(documents::receipt);
        if (cases.size() == RECEIPTS) {
            nextWholeLook = Instant.MIN; // There are more, perhaps older ones.
        }
        for (int i = 0;
                i < settings.batch() && printer.printNext(settings.attempts()).isPresent();
                i++) {
            // Each in a transaction of its own.
        }
    }

    /** Mostly the last hour: looking through two months of cases at every turn would cost more than printing. */
    private Instant since(Instant now) {
        if (now.isBefore(nextWholeLook)) {
            return now.minus(RECENT);
        }
        nextWholeLook = now.plus(WHOLE_LOOK);
        return now.minus(LOOK_BACK);
    }

    private List<CaseNumber> withoutReceipt(Instant since) {
        return jdbc
                .sql(
                        """
                        select number from case_file f
                        where received_at > :since and not exists (
                            select 1 from document d
                            where d.case_number = f.number and d.type = 'RECEIPT_VOUCHER')
                        limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("most", RECEIPTS)
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }
}
