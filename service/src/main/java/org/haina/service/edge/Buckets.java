package org.haina.service.edge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token buckets by key, the least recently used forgotten: memory stays bounded whoever knocks. */
final class Buckets {

    private static final int MOST = 50_000;

    private final Map<String, Bucket> byKey = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    private final Duration period;

    /** @param period in which an empty bucket fills again, greedily */
    Buckets(Duration period) {
        this.period = period;
    }

    ConsumptionProbe take(String key, int most) {
        return bucket(key, most).tryConsumeAndReturnRemaining(1);
    }

    private synchronized Bucket bucket(String key, int most) {
        return byKey.computeIfAbsent(key, k -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, period)
                        .build())
                .build());
    }
}
