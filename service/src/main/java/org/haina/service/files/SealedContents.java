package org.haina.service.files;

import java.util.Locale;
import java.util.Optional;
import org.haina.service.vault.Suite;
import org.haina.service.vault.UnreadableValueException;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/** The store with encryption around it: outside the bytes, inside what only we can read and nobody can change. */
@Component
class SealedContents {

    private final FileStore store;
    private final Vault vault;

    SealedContents(FileStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    String hash(byte[] content) {
        return vault.hash(content);
    }

    String suite() {
        return vault.suite().name().toLowerCase(Locale.ROOT);
    }

    void keep(String hash, byte[] content) {
        if (!store.contains(hash)) {
            store.put(hash, vault.encrypt(context(hash), content));
        }
    }

    /** Empty if the content is missing, was changed, or cannot be opened. */
    Optional<byte[]> open(String hash, String suite) {
        try {
            return store.get(hash)
                    .map(bytes -> vault.decryptBytes(context(hash), bytes))
                    .filter(content -> vault.hash(Suite.valueOf(suite.toUpperCase(Locale.ROOT)), content)
                            .equals(hash));
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }

    private static String context(String hash) {
        return "stored_file.content:" + hash;
    }
}
