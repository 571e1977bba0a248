package org.haina.service.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Stored form of a value: suite (1 byte), length of the key's id (1 byte), the id in ASCII, then the body. */
record Envelope(Suite suite, String keyId, byte[] body) {

    byte[] header() {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + id.length)
                .put(suite.code())
                .put((byte) id.length)
                .put(id)
                .array();
    }

    byte[] bytes() {
        byte[] header = header();
        return ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array();
    }

    /** Empty if the bytes have no readable header. */
    static Optional<Envelope> of(byte[] stored) {
        if (stored.length < 2 || stored[1] < 1 || stored.length < 2 + stored[1]) {
            return Optional.empty();
        }
        int start = 2 + stored[1];
        String keyId = new String(stored, 2, stored[1], StandardCharsets.US_ASCII);
        return Arrays.stream(Suite.values())
                .filter(suite -> suite.code() == stored[0])
                .findFirst()
                .map(suite -> new Envelope(suite, keyId, Arrays.copyOfRange(stored, start, stored.length)));
    }
}
