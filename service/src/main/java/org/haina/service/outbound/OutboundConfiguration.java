package org.haina.service.outbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    Pauses pauses(OutboundSettings settings) {
        return new Pauses(settings);
    }

    /** Runs on one node at a time; new rows wake the relay of the node they were written on. */
    @Bean
    RecurringTask<Void> outboundTick(OutboundSettings settings, GiveUps giveUps, Relay relay) {
        return Tasks.recurring("outbound-tick", FixedDelay.of(settings.tick())).execute((instance, context) -> {
            giveUps.sweep();
            relay.wake();
        });
    }
}
