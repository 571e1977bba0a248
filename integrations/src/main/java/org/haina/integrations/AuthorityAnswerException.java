package org.haina.integrations;

import org.jspecify.annotations.Nullable;

/**
 * The authority answered, but not with an answer to our question; the same call will not do better, a person must
 * look. The message names fields and codes only, never values.
 */
public final class AuthorityAnswerException extends RuntimeException {

    /** What is wrong with the answer. */
    public enum Reason {
        /** Not the agreed format. */
        MALFORMED,
        /** About another person or document than the one asked for. */
        WRONG_SUBJECT,
        /** The authority refuses the request: status 4xx or an error code of its own. */
        REJECTED,
        /** Larger than agreed. */
        TOO_LARGE,
        /** A redirect, which is never followed. */
        REDIRECTED
    }

    private final String authority;
    private final Reason reason;
    private final int status;

    public AuthorityAnswerException(
            String authority, Reason reason, int status, String detail, @Nullable Throwable cause) {
        super(authority + ": " + reason + " (" + detail + ")", cause);
        this.authority = authority;
        this.reason = reason;
        this.status = status;
    }

    public AuthorityAnswerException(String authority, Reason reason, String detail) {
        this(authority, reason, 200, detail, null);
    }

    public String authority() {
        return authority;
    }

    public Reason reason() {
        return reason;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
