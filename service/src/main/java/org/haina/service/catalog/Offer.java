package org.haina.service.catalog;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.service.keys.ItemKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which version of each item takes applications here and now: what people have decided comes first, then what this node
 * came with, whatever an older or newer node beside it has brought. What another node decides holds here after a second.
 */
@Component
class Offer {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final VersionStates states;
    private final Map<ItemKey, Long> own = new ConcurrentHashMap<>();
    private volatile @Nullable Seen seen;

    Offer(VersionStates states) {
        this.states = states;
    }

    private record Seen(Map<String, Long> versions, long at) {}

    /** What this node came with. */
    void brings(ItemKey key, long id) {
        own.put(key, id);
        forget();
    }

    boolean isOwn(ItemKey key, long id) {
        return Long.valueOf(id).equals(own.get(key));
    }

    Optional<Long> of(ItemKey key) {
        return Optional.ofNullable(now().get(key.value()));
    }

    /** Ids by key. */
    Map<String, Long> now() {
        Seen last = seen;
        if (last == null || System.nanoTime() - last.at() > FRESH) {
            long at = System.nanoTime();
            last = new Seen(decide(states.offeredOr(own.values())), at);
            seen = last;
        }
        return last.versions();
    }

    /** Something has been decided here; once more when it is sure. */
    void forget() {
        seen = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    seen = null;
                }
            });
        }
    }

    private Map<String, Long> decide(List<VersionEntry> known) {
        Map<String, Long> offered = new TreeMap<>();
        Map<String, Long> byRelease = new HashMap<>();
        Set<Long> open = new HashSet<>();
        for (VersionEntry entry : known) {
            boolean published = entry.state() == VersionState.PUBLISHED;
            if (published) {
                (entry.isDecidedByPerson() ? offered : byRelease)
                        .put(entry.key().value(), entry.id());
            }
            if (published || entry.state() == VersionState.RETIRED && !entry.isDecidedByPerson()) {
                open.add(entry.id());
            }
        }
        own.forEach((key, id) -> {
            Long published = byRelease.get(key.value());
            // A release has retired it for a newer one: offered here as long as that one is, which somebody may have
            // closed.
            Long chosen = published != null && open.contains(id) ? id : published;
            if (chosen != null) {
                offered.putIfAbsent(key.value(), chosen);
            }
        });
        return offered;
    }
}
