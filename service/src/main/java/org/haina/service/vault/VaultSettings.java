package org.haina.service.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys and algorithms.
 *
 * @param keyRing file with the key ring, generated at the first start of a demo
 * @param keys the key ring itself as JSON (environment {@code HAINA_VAULT_KEYS}), taken instead of the file
 * @param suite algorithms for new values; existing ones stay readable
 * @param rotate true adds a key to the file at this start and encrypts with it from then on
 */
@Validated
@ConfigurationProperties("haina.vault")
record VaultSettings(
        @DefaultValue(".haina/keys/ring.json") Path keyRing,
        @Nullable String keys,
        @DefaultValue("NATIONAL") Suite suite,
        @DefaultValue("false") boolean rotate) {

    @Override
    public String toString() {
        return "VaultSettings[keyRing=" + keyRing + ", suite=" + suite + "]";
    }
}
