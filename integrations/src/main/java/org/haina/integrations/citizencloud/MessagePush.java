package org.haina.integrations.citizencloud;

import java.time.Instant;

/**
 * A message to a citizen.
 *
 * @param requestId pushing twice under one id shows one message
 * @param title at most 64 characters
 * @param text at most 1,000 characters, without identifiers of persons
 */
public record MessagePush(String requestId, String idNumber, String title, String text, Instant at) {

    public MessagePush {
        if (title.isBlank() || title.length() > 64 || text.isBlank() || text.length() > 1000) {
            throw new IllegalArgumentException("A message needs a title (64) and a text (1,000 characters)");
        }
    }

    @Override
    public String toString() {
        return "MessagePush[" + requestId + "]";
    }
}
