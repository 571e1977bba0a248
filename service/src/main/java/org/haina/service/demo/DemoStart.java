package org.haina.service.demo;

import jakarta.annotation.PreDestroy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Fills the demo once, beside the running service. */
@DemoOnly
class DemoStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCaseSettings settings;
    private final DemoContent content;
    private final DemoRows rows;
    private volatile @Nullable Thread worker;

    DemoStart(DemoCaseSettings settings, DemoContent content, DemoRows rows) {
        this.settings = settings;
        this.content = content;
        this.rows = rows;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.fill() && !rows.isFilled()) {
            Thread thread = new Thread(this::fill, "demo-content");
            thread.setDaemon(true);
            thread.start();
            worker = thread;
        }
    }

    private void fill() {
        List<DemoCase> plan = DemoCase.all();
        LOG.info("Demo content: making {} cases in the background", plan.size());
        try {
            List<DemoCase> left = content.fill(plan, settings.patience());
            rows.filled();
            LOG.info("Demo content: done, {} of {} cases as planned", plan.size() - left.size(), plan.size());
        } catch (InterruptedException e) {
            LOG.info("Demo content: stopped, goes on at the next start");
        } catch (RuntimeException e) {
            LOG.warn("Demo content: stopped, goes on at the next start", e);
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
