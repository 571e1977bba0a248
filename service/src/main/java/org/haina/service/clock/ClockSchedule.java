package org.haina.service.clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockSchedule {

    @Bean
    RecurringTask<Void> clockSweepTask(ClockSweep sweep, ClockSettings settings) {
        return Tasks.recurring("clock-sweep", FixedDelay.of(settings.sweep()))
                .execute((instance, context) -> sweep.run());
    }
}
