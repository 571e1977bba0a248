package org.haina.service.yearlychecks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class YearlyCheckSweep {

    @Bean
    RecurringTask<Void> yearlyCheckSweepTask(DueYearlyChecks due, YearlyCheckSettings settings) {
        return Tasks.recurring("yearly-checks", FixedDelay.of(settings.sweep()))
                .execute((instance, context) -> due.open());
    }
}
