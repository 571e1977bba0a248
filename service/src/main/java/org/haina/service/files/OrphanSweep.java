package org.haina.service.files;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what nobody uses: first the rows, then contents without a row, also those a rolled-back upload left. */
@Component
class OrphanSweep {

    private static final int BATCH = 500;

    private final FileRows rows;
    private final FileStore store;
    private final FilesSettings settings;
    private final TransactionTemplate transaction;

    OrphanSweep(FileRows rows, FileStore store, FilesSettings settings, TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.settings = settings;
        this.transaction = transaction;
    }

    void sweep() {
        List<String> hashes;
        do {
            hashes = rows.deleteUnlinked(settings.unlinkedFor(), BATCH);
            hashes.stream().distinct().forEach(this::deleteUnreferenced);
        } while (hashes.size() == BATCH);
    }

    /** Walks the whole store. */
    void sweepStore() {
        sweepStore(settings.unlinkedFor());
    }

    void sweepStore(Duration age) {
        try (Stream<String> keys = store.olderThan(age)) {
            keys.filter(key -> !rows.isReferenced(key)).forEach(this::deleteUnreferenced);
        }
    }

    private void deleteUnreferenced(String hash) {
        transaction.executeWithoutResult(status -> {
            rows.lock(hash);
            if (!rows.isReferenced(hash)) {
                store.delete(hash);
            }
        });
    }
}
