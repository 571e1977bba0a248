package org.haina.service.renewals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.Licence;
import org.haina.service.keys.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds licences that come near their last day, by legal time, on any number of nodes: each is told of once, marked in the
 * transaction that writes its message into the ledger.
 */
@Configuration(proxyBeanMethods = false)
class RenewalSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalSweep.class);
    private static final int MOST_PAGES = 100;

    private final RenewalNotices notices;
    private final RenewalMessages messages;
    private final Catalog catalog;
    private final RenewalSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RenewalSweep(
            RenewalNotices notices,
            RenewalMessages messages,
            Catalog catalog,
            RenewalSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.messages = messages;
        this.catalog = catalog;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> renewalSweepTask() {
        return Tasks.recurring("renewal-notices", FixedDelay.of(settings.sweep()))
                .execute((instance, context) -> run());
    }

    void run() {
        catalog.items().forEach(item -> {
            Renewal rule = item.definition().renewal();
            if (rule != null) {
                tellAll(item, rule);
            }
        });
    }

    /** One that fails, or whose holder nobody may act for, keeps no other waiting; the next look tries it again. */
    private void tellAll(ItemVersion item, Renewal rule) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.plusDays(rule.opens());
        Set<UUID> failed = new HashSet<>();
        List<Licence> page = notices.next(rule.item(), item, today, last, failed);
        for (int pages = 0; !page.isEmpty() && pages < MOST_PAGES; pages++) {
            page.forEach(licence -> {
                if (!isTold(licence, item, rule)) {
                    failed.add(licence.edition());
                }
            });
            page = notices.next(rule.item(), item, today, last, failed);
        }
    }

    private boolean isTold(Licence licence, ItemVersion item, Renewal rule) {
        try {
            Optional<PartyId> person = messages.reached(licence, item);
            person.ifPresent(told -> transaction.executeWithoutResult(status -> {
                if (notices.claim(licence)) {
                    notices.sent(licence, messages.send(licence, item, rule, told));
                }
            }));
            return person.isPresent();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The holder of the licence of case {} could not be told yet: {}", licence.issuedBy(), e.getClass());
            return false;
        }
    }
}
