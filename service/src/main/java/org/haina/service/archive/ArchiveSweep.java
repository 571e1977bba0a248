package org.haina.service.archive;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Optional;
import org.haina.service.documents.Precedence;
import org.haina.service.keys.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Packs what waits, a few at a time, while nobody needs the machine. */
@Configuration(proxyBeanMethods = false)
class ArchiveSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveSweep.class);

    private final ArchiveQueue queue;
    private final Packing packing;
    private final ArchiveSettings settings;
    private final Precedence precedence;

    ArchiveSweep(ArchiveQueue queue, Packing packing, ArchiveSettings settings) {
        this.queue = queue;
        this.packing = packing;
        this.settings = settings;
        this.precedence = Precedence.here(settings.busy(), settings.patience());
    }

    @Bean
    RecurringTask<Void> archiveSweepTask() {
        return Tasks.recurring("archive-sweep", FixedDelay.of(settings.sweep())).execute((instance, context) -> {
            if (precedence.mayGoOn()) {
                run();
            }
        });
    }

    void run() {
        for (int i = 0; i < settings.batch(); i++) {
            Optional<CaseNumber> next = queue.next();
            if (next.isEmpty()) {
                return;
            }
            pack(next.get());
        }
    }

    /** What cannot be packed holds up nothing else; the doctor names it. */
    private void pack(CaseNumber number) {
        try {
            packing.pack(number);
        } catch (RuntimeException e) {
            LOG.warn("Case {} cannot be archived: {}", number, e.getClass().getSimpleName());
            queue.putOff(number, e.getClass().getSimpleName());
        }
    }
}
