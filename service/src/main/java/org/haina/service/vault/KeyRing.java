package org.haina.service.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The master keys. Encryption moves on to {@code current}; indexes stay with {@code index}, since a value must be found
 * under the index it was stored with.
 *
 * @param origin {@code generated} for a ring made by the service itself, anything else for one an operator provides
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record KeyRing(String origin, String current, Index index, List<Key> keys) {

    static final String GENERATED = "generated";

    KeyRing {
        keys = List.copyOf(keys);
        if (find(keys, current).isEmpty() || find(keys, index.key()).isEmpty()) {
            throw new IllegalArgumentException("The key ring lacks its current key or its index key");
        }
        if (keys.stream().map(Key::id).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("The key ring names a key twice");
        }
    }

    /** Key and suite of all blind indexes. */
    record Index(String key, Suite suite) {}

    /**
     * A master key.
     *
     * @param id short name that stands in every value made under the key
     * @param secret at least 32 random bytes in Base64
     */
    record Key(String id, String secret) {

        private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
        private static final int MINIMUM = 32;

        Key {
            if (!ID.matcher(id).matches() || Base64.getDecoder().decode(secret).length < MINIMUM) {
                throw new IllegalArgumentException("A key has a short id and at least 32 bytes in Base64");
            }
        }

        byte[] master() {
            return Base64.getDecoder().decode(secret);
        }

        @Override
        public String toString() {
            return "Key " + id;
        }
    }

    static KeyRing generated(Suite suite) {
        Key first = random("k1");
        return new KeyRing(GENERATED, first.id(), new Index(first.id(), suite), List.of(first));
    }

    /** The same ring with a new current key; what was encrypted before stays readable. */
    KeyRing rotated() {
        Key next = random("k" + (keys.size() + 1));
        List<Key> all = new ArrayList<>(keys);
        all.add(next);
        return new KeyRing(origin, next.id(), index, all);
    }

    Optional<Key> find(String id) {
        return find(keys, id);
    }

    boolean isGenerated() {
        return GENERATED.equals(origin);
    }

    private static Optional<Key> find(List<Key> keys, String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Key random(String id) {
        byte[] secret = new byte[Key.MINIMUM];
        new SecureRandom().nextBytes(secret);
        return new Key(id, Base64.getEncoder().encodeToString(secret));
    }
}
