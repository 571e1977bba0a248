package org.haina.service.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** The scheduler gives the task to one node at a time; the sealer's lock holds even if it fails to. */
    @Bean
    RecurringTask<Void> auditSealing(Sealer sealer) {
        return Tasks.recurring("audit-sealing", FixedDelay.ofSeconds(1)).execute((instance, context) -> sealer.round());
    }
}
