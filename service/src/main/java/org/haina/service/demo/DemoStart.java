package org.haina.service.demo;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

/** Fills the demo once; meanwhile the service is not ready: nobody shall file while legal time stands in the past. */
@DemoOnly
class DemoStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCaseSettings settings;
    private final DemoContent content;
    private final DemoTenure tenure;
    private final DemoPast past;
    private final DemoRows rows;
    private final ApplicationContext context;
    private volatile @Nullable Thread worker;

    DemoStart(
            DemoCaseSettings settings,
            DemoContent content,
            DemoTenure tenure,
            DemoPast past,
            DemoRows rows,
            ApplicationContext context) {
        this.settings = settings;
        this.content = content;
        this.tenure = tenure;
        this.past = past;
        this.rows = rows;
        this.context = context;
    }

    /** Only now the engine works: it waits for the end of the start. */
    @EventListener
    void begin(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC
                && worker == null
                && settings.fill()
                && !rows.isFilled()) {
            Thread thread = new Thread(this::fill, "demo-content");
            thread.setDaemon(true);
            worker = thread;
            thread.start();
        }
    }

    private void fill() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        List<DemoCase> plan = DemoCase.all();
        LOG.info("Demo content: making {} cases", plan.size());
        try {
            List<DemoCase> left = new ArrayList<>(tenure.live(plan));
            List<DemoCase> recent =
                    plan.stream().filter(planned -> !planned.isOld()).toList();
            past.live(recent);
            left.addAll(content.fill(recent, settings.patience()));
            rows.filled();
            LOG.info("Demo content: done, {} of {} cases as planned", plan.size() - left.size(), plan.size());
        } catch (InterruptedException e) {
            LOG.info("Demo content: stopped, goes on at the next start");
        } catch (RuntimeException e) {
            LOG.warn("Demo content: stopped, goes on at the next start", e);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    /** The database is closed after this bean: the worker must not be in the middle of a step then. */
    @PreDestroy
    void stop() throws InterruptedException {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
            thread.join(10_000);
        }
    }
}
