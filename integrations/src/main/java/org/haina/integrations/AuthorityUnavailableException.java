package org.haina.integrations;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authority gave no answer; the same call may be made again later. Whether the authority did the work is not
 * known after a time-out: repeat under the same request id. The message carries no personal information.
 */
public final class AuthorityUnavailableException extends RuntimeException {

    /** Why there was no answer. */
    public enum Reason {
        /** No complete answer in time. */
        TIMEOUT,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** Status 5xx. */
        SERVER_ERROR,
        /** Status 429: we called too often. */
        TOO_MANY_REQUESTS,
        /** Not called: too many calls failed just before. */
        BREAKER_OPEN,
        /** Not called: too many of our own calls are under way. */
        BUSY
    }

    private final String authority;
    private final Reason reason;
    private final @Nullable Duration retryAfter;

    public AuthorityUnavailableException(
            String authority, Reason reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(authority + ": " + reason, cause);
        this.authority = authority;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public String authority() {
        return authority;
    }

    public Reason reason() {
        return reason;
    }

    /** How long not to call again: the authority's own Retry-After (at most a day) or the rest of our own pause. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
