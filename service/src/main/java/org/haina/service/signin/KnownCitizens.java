package org.haina.service.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.haina.service.access.CitizenDirectory;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Component;

/**
 * Spares the directory a question with every API request. Remembers salted digests, not identities; the salt dies with
 * the process.
 */
@Component
class KnownCitizens {

    private static final int MOST = 10_000;

    private final CitizenDirectory directory;
    private final byte[] salt = new SecureRandom().generateSeed(16);
    private final Map<String, PartyId> parties = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PartyId> eldest) {
            return size() > MOST;
        }
    });

    KnownCitizens(CitizenDirectory directory) {
        this.directory = directory;
    }

    PartyId party(String idType, String idNumber, String name) {
        String key = digest(idType + '\n' + idNumber + '\n' + name);
        PartyId known = parties.get(key);
        if (known != null) {
            return known;
        }
        PartyId recorded = directory.recordCitizen(idType, idNumber, name);
        parties.put(key, recorded);
        return recorded;
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
