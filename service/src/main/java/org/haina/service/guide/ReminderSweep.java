package org.haina.service.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.haina.processes.Window.Round;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.guide.Reminders.Asked;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells whoever asked that a round has opened, by legal time, on any number of nodes: each reminder once, marked in the
 * transaction that writes its message into the ledger.
 */
@Configuration(proxyBeanMethods = false)
class ReminderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSweep.class);
    private static final int MOST_PER_ITEM = 5000;
    private static final String PURPOSE = "申请人要求在开放受理时提醒";
    /** How long the message is tried; then it is for an operator to say. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Reminders reminders;
    private final Catalog catalog;
    private final Parties parties;
    private final Outbound outbound;
    private final ChineseWords words;
    private final GuideSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderSweep(
            Reminders reminders,
            Catalog catalog,
            Parties parties,
            Outbound outbound,
            ChineseWords words,
            GuideSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.reminders = reminders;
        this.catalog = catalog;
        this.parties = parties;
        this.outbound = outbound;
        this.words = words;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> reminderSweepTask() {
        return Tasks.recurring("reminder-sweep", FixedDelay.of(settings.reminderSweep()))
                .execute((instance, context) -> run());
    }

    void run() {
        LocalDate today = LocalDate.now(clock);
        catalog.items().forEach(item -> Optional.ofNullable(item.definition().window())
                .flatMap(window -> window.openOn(today))
                .ifPresent(round -> tellAll(item, round)));
    }

    private void tellAll(ItemVersion item, Round round) {
        int told = 0;
        while (told < MOST_PER_ITEM && tellNext(item, round)) {
            told++;
        }
    }

    private boolean tellNext(ItemVersion item, Round round) {
        AtomicReference<@Nullable Asked> claimed = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> reminders.claim(item.key(), round).ifPresent(asked -> {
                        claimed.set(asked);
                        reminders.told(asked, round, outbound.send(message(asked, item, round)));
                    }));
            return claimed.get() != null;
        } catch (RuntimeException e) {
            Asked asked = claimed.get();
            if (asked == null) {
                throw e;
            }
            LOG.warn("A reminder of {} could not be told yet: {}", item.key(), e.getClass());
            transaction.executeWithoutResult(status -> reminders.later(asked, settings.reminderPause()));
            return true;
        }
    }

    private OutboundCall message(Asked asked, ItemVersion item, Round round) {
        String title = item.definition().title().zh();
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "idNumber",
                        parties.reveal(asked.party(), PURPOSE, "system").idNumber())
                .put("title", (title.length() > 58 ? title.substring(0, 58) : title) + "开始受理")
                .put(
                        "text",
                        "您关注的“%s”%s已经开放，受理到%s截止。请在截止以前登录申请。".formatted(title, round.name(), words.day(round.closes())))
                .put("at", clock.instant().toString());
        String reference = "reminder:" + item.key() + ":" + asked.opens();
        return new OutboundCall(
                null,
                OutboundCall.Kind.PUSH,
                "citizen-cloud",
                "push-message",
                reference,
                parameters,
                PURPOSE,
                PATIENCE);
    }
}
