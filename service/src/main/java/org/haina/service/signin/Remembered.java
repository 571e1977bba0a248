package org.haina.service.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last few thousand answers by salted digest: neither identities nor tokens are kept, and the salt dies with the process. */
final class Remembered<V> {

    private static final int MOST = 10_000;

    private final byte[] salt = new SecureRandom().generateSeed(16);
    private final Map<String, V> answers = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    });

    Optional<V> find(String question) {
        return Optional.ofNullable(answers.get(digest(question)));
    }

    V keep(String question, V answer) {
        answers.put(digest(question), answer);
        return answer;
    }

    private String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
