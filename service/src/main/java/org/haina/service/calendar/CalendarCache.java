package org.haina.service.calendar;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node's copy of the calendar. Filled from the release at the first start; looks for a new version in the
 * background, so that no request pays for it and every node follows a publication within seconds.
 */
@Component
class CalendarCache implements Supplier<CalendarSnapshot>, InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarCache.class);

    private final CalendarTables tables;
    private final TransactionTemplate transaction;
    private final CalendarSettings settings;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "calendar-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile CalendarSnapshot current = new CalendarSnapshot(0, Map.of());

    CalendarCache(CalendarTables tables, TransactionTemplate transaction, CalendarSettings settings) {
        this.tables = tables;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public CalendarSnapshot get() {
        return current;
    }

    void refresh() {
        if (tables.version() != current.version()) {
            current = tables.read();
        }
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> storeShipped());
        refresh();
        long seconds = settings.refresh().toSeconds();
        watch.scheduleWithFixedDelay(this::refreshQuietly, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    /** A year of the release is stored if none is there, or if it is official and the stored one is not. */
    private void storeShipped() {
        tables.lock();
        CalendarSnapshot stored = tables.read();
        CalendarReader.shipped().stream()
                .filter(year ->
                        !stored.knows(year.year()) || (!year.isProvisional() && stored.isProvisional(year.year())))
                .forEach(year -> tables.store(year, YearInForce.SHIPPED));
    }

    // An exception would end the repetition; the next round tries again.
    private void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The calendar could not be read again: {}", e.getClass().getSimpleName());
        }
    }
}
