package org.haina.integrations.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.jspecify.annotations.Nullable;

/** Holds an authority's short-lived token and fetches another one before it ends or when it is refused. */
public final class TokenCache {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** A token and the instant from which it is worthless. */
    public record Token(String value, Instant until) {

        @Override
        public String toString() {
            return "Token[until=" + until + "]";
        }
    }

    private final String authority;
    private final Supplier<Token> source;
    private final Duration patience;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Token token;

    public TokenCache(String authority, Supplier<Token> source, Duration patience, Clock clock) {
        this.authority = authority;
        this.source = source;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Makes the call with a token. A call refused for its token (401) has done no work, so it is made once more with
     * a fresh one; this is the only repetition in this module.
     */
    public <T> T with(Function<String, T> call) {
        var used = current();
        try {
            return call.apply(used.value());
        } catch (AuthorityAnswerException e) {
            if (e.status() != 401) {
                throw e;
            }
            forget(used);
            return call.apply(current().value());
        }
    }

    private Token current() {
        var known = token;
        return known != null && fresh(known) ? known : renewed();
    }

    private boolean fresh(Token known) {
        return clock.instant().isBefore(known.until().minus(MARGIN));
    }

    private Token renewed() {
        acquire();
        try {
            var known = token;
            if (known != null && fresh(known)) {
                return known;
            }
            var fetched = source.get();
            token = fetched;
            return fetched;
        } finally {
            lock.unlock();
        }
    }

    private void acquire() {
        try {
            if (lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AuthorityUnavailableException(authority, AuthorityUnavailableException.Reason.BUSY, null, null);
    }

    private void forget(Token used) {
        acquire();
        try {
            token = used.equals(token) ? null : token;
        } finally {
            lock.unlock();
        }
    }
}
