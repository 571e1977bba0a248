package org.haina.service.outbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.IntegrationsSettings;
import org.haina.service.keys.MovedClock;
import org.haina.service.keys.RefusedStartException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    Pauses pauses(OutboundSettings settings) {
        return new Pauses(settings);
    }

    /**
     * All adapters; features may ask them directly only for what a person waits for, with no transaction open.
     *
     * @param declared the types of licence that items declare, asked only once all have started
     */
    @Bean
    Authorities authorities(
            RegisterSettings settings,
            ObjectProvider<LicenceTypeSource> declared,
            Clock clock,
            Environment environment) {
        IntegrationsSettings integrations = settings.integrations();
        if (integrations.usesDemoSecret() && !environment.getProperty("haina.demo", Boolean.class, false)) {
            throw new RefusedStartException(
                    "A register is reached with the demo secret: set haina.registers.authorities.<register>.secret");
        }
        return new Authorities(
                integrations, LicenceTypes.standard().and(() -> types(declared)), MovedClock.real(clock));
    }

    private static List<LicenceType> types(ObjectProvider<LicenceTypeSource> declared) {
        return declared.stream()
                .flatMap(source -> source.licenceTypes().stream())
                .toList();
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
