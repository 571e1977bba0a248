package org.haina.service.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTests {

    private static final String PROVIDED =
            """
            {"origin": "operator", "current": "k1", "index": {"key": "k1", "suite": "NATIONAL"},
             "keys": [{"id": "k1", "secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}]}""";

    @TempDir
    Path directory;

    @Test
    void a_demo_generates_a_ring_that_only_its_owner_reads() throws IOException {
        KeyRing first = new KeyRings(settings(null, false), true).load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(new KeyRings(settings(null, false), true).load()).isEqualTo(first);
    }

    @Test
    void a_ring_others_may_read_is_refused() throws IOException {
        new KeyRings(settings(null, false), true).load();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new KeyRings(settings(null, false), true).load())
                .hasMessageContaining("permissions to 600");
    }

    @Test
    void production_never_generates_keys_nor_takes_generated_ones() {
        assertThatThrownBy(() -> new KeyRings(settings(null, false), false).load())
                .hasMessageContaining("HAINA_VAULT_KEYS");
        assertThat(file()).doesNotExist();

        new KeyRings(settings(null, false), true).load();

        assertThatThrownBy(() -> new KeyRings(settings(null, false), false).load())
                .hasMessageContaining("come from an operator");
    }

    @Test
    void production_takes_its_keys_from_the_environment() {
        KeyRing ring = new KeyRings(settings(PROVIDED, false), false).load();

        assertThat(ring.current()).isEqualTo("k1");
        assertThat(file()).doesNotExist();
    }

    @Test
    void rotation_adds_a_key_and_keeps_the_index() {
        KeyRing before = new KeyRings(settings(null, false), true).load();

        KeyRing after = new KeyRings(settings(null, true), true).load();

        assertThat(after.keys()).hasSize(2).containsAll(before.keys());
        assertThat(after.current()).isEqualTo("k2");
        assertThat(after.index()).isEqualTo(before.index());
        assertThat(new KeyRings(settings(null, false), true).load()).isEqualTo(after);
    }

    @Test
    void a_damaged_ring_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> KeyRingFile.parse(PROVIDED.replace("AAEC", "A!"), "the environment"))
                .hasMessageContaining("the environment")
                .hasMessageNotContaining("AwQFBgc")
                .hasNoCause();
        assertThatThrownBy(() -> KeyRingFile.parse(PROVIDED.replace("\"current\": \"k1\"", "\"current\": \"k9\""), "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    private Path file() {
        return directory.resolve("keys/ring.json");
    }

    private VaultSettings settings(@Nullable String keys, boolean rotate) {
        return new VaultSettings(file(), keys, Suite.NATIONAL, rotate);
    }
}
