package org.haina.service.bench;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.workflow.TaskClosed;
import org.haina.service.workflow.TaskOpened;
import org.haina.service.workflow.Workflow;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;

/** The baseline: the same model started in the same engine and database, with none of our rows. */
final class EngineAlone {

    private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> false);

    private final RuntimeService engine;
    private final CaseNumbers numbers;

    EngineAlone(RuntimeService engine, Clock clock) {
        this.engine = engine;
        this.numbers = new CaseNumbers(clock);
    }

    /** To the first wait state, in a transaction of the engine's own. */
    void start() {
        String number = numbers.next().value();
        ALONE.set(true);
        try {
            engine.startProcessInstanceByKey(
                    "teacher-qualification", number, Map.of(Workflow.CASE_NUMBER, (Object) number));
        } finally {
            ALONE.set(false);
        }
    }

    /** Keeps the work list from hearing of tasks that the baseline opens. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Silence {

        @Bean
        ApplicationEventMulticaster applicationEventMulticaster() {
            return new SimpleApplicationEventMulticaster() {
                @Override
                public void multicastEvent(
                        ApplicationEvent event, @org.jspecify.annotations.Nullable ResolvableType type) {
                    if (!ALONE.get() || !isOfTask(event)) {
                        super.multicastEvent(event, type);
                    }
                }
            };
        }

        private static boolean isOfTask(ApplicationEvent event) {
            return event instanceof PayloadApplicationEvent<?> payload
                    && (payload.getPayload() instanceof TaskOpened || payload.getPayload() instanceof TaskClosed);
        }
    }
}
