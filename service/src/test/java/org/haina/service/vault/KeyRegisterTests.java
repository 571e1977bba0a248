package org.haina.service.vault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haina.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ServiceTest
class KeyRegisterTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VaultSettings settings;

    @Test
    @Transactional
    void a_ring_that_lost_a_key_or_has_another_one_is_refused() {
        KeyRegister register = new KeyRegister(jdbc);
        KeyRing ring = new KeyRings(settings, true).load();

        assertThatCode(() -> register.admit(ring.rotated())).doesNotThrowAnyException();
        assertThatThrownBy(() -> register.admit(ring)).hasMessageContaining("does not fit the database");
        assertThatThrownBy(() -> register.admit(KeyRing.generated(Suite.NATIONAL)))
                .hasMessageContaining("key k1");
    }

    @Test
    void a_registered_key_cannot_be_changed() {
        assertThatThrownBy(
                        () -> jdbc.sql("update vault_key set fingerprint = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }
}
