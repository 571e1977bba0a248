package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A way out. Implementations are beans; each register has one. Nothing here repeats a call: the ledger does, under the
 * same request id, so the other side must know a repeated one.
 */
interface OutboundChannel {

    /** The registers reached through this channel; fixed while the service runs. */
    Set<String> registers();

    /**
     * Makes one call and waits for the answer, shorter than the lease of the ledger. No transaction is open.
     *
     * @throws Unavailable if there is no answer and a later try may help
     * @throws Refused if the answer says no, or is no answer to our question
     */
    JsonNode call(Request request);

    /**
     * One call.
     *
     * @param id request id; the same in every repetition
     */
    record Request(
            UUID id,
            @Nullable CaseNumber caseNumber,
            String register,
            String query,
            JsonNode parameters,
            String purpose) {

        @Override
        public String toString() {
            return "Request[" + id + ", " + register + "/" + query + "]";
        }
    }

    /** No answer; whether the other side did its work is unknown. */
    final class Unavailable extends RuntimeException {

        private final String code;
        private final @Nullable Duration retryAfter;

        /**
         * @param code reason in capitals, no text of the other side
         * @param retryAfter how long the whole register must be left alone; null for the ledger's own back-off
         */
        public Unavailable(String code, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(code, cause);
            this.code = code;
            this.retryAfter = retryAfter;
        }

        public String code() {
            return code;
        }

        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** An answer that no repetition changes. */
    final class Refused extends RuntimeException {

        private final String code;

        /** @param code reason in capitals, no text of the other side */
        public Refused(String code, @Nullable Throwable cause) {
            super(code, cause);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
