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

    ConsumptionProbe take(String key, int perMinute) {
        return bucket(key, perMinute).tryConsumeAndReturnRemaining(1);
    }

    private synchronized Bucket bucket(String key, int perMinute) {
        return byKey.computeIfAbsent(key, k -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .build());
    }
}
