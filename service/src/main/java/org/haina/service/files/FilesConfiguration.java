package org.haina.service.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Duration STORE_SWEEP = Duration.ofHours(24);

    @Bean
    FileStore fileStore(FilesSettings settings) {
        return new DirectoryStore(settings.directory());
    }

    @Bean
    RecurringTask<Void> filesSweep(OrphanSweep orphans) {
        return Tasks.recurring("files-sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> orphans.sweep());
    }

    @Bean
    RecurringTask<Void> filesStoreSweep(OrphanSweep orphans) {
        return Tasks.recurring("files-store-sweep", FixedDelay.of(STORE_SWEEP))
                .execute((instance, context) -> orphans.sweepStore());
    }

    /** Every file is looked at within a day; batches leave room for other work in between. */
    @Bean
    RecurringTask<Void> filesVerification(FileIntegrity integrity, FilesSettings settings) {
        return Tasks.recurring("files-verify", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> integrity.verifyDue(settings.verifyEvery()));
    }
}
