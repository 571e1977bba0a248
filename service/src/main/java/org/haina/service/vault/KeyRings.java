package org.haina.service.vault;

import org.haina.service.keys.RefusedStartException;

/** Finds the key ring: from the environment, else from the file, which a demo generates. */
final class KeyRings {

    private final VaultSettings settings;
    private final boolean demo;

    KeyRings(VaultSettings settings, boolean demo) {
        this.settings = settings;
        this.demo = demo;
    }

    KeyRing load() {
        KeyRing ring = provided();
        if (!demo && ring.isGenerated()) {
            throw new RefusedStartException(
                    "Outside a demo the keys come from an operator: set HAINA_VAULT_KEYS to a key ring whose origin is not "
                            + KeyRing.GENERATED);
        }
        return ring;
    }

    private KeyRing provided() {
        if (settings.keys() != null && !settings.keys().isBlank()) {
            return KeyRingFile.parse(settings.keys(), "the environment");
        }
        KeyRingFile file = new KeyRingFile(settings.keyRing());
        if (!file.exists()) {
            requireDemo();
            file.write(KeyRing.generated(settings.suite()));
        }
        return settings.rotate() ? rotated(file) : file.read();
    }

    private static KeyRing rotated(KeyRingFile file) {
        KeyRing ring = file.read().rotated();
        file.write(ring);
        return ring;
    }

    private void requireDemo() {
        if (!demo) {
            throw new RefusedStartException(
                    "No keys: set HAINA_VAULT_KEYS or haina.vault.key-ring; keys are generated in a demo only");
        }
    }
}
