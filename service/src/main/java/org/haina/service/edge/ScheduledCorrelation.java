package org.haina.service.edge;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.haina.service.keys.CorrelationId;
import org.springframework.stereotype.Component;

/** Gives each run of a scheduled task a correlation id of its own, as {@link CorrelationFilter} does a request. */
@Component
class ScheduledCorrelation implements ExecutionInterceptor {

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        try (var ignored = CorrelationId.fresh().open()) {
            return chain.proceed(task, context);
        }
    }
}
