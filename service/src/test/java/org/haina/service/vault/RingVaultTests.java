package org.haina.service.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingVaultTests {

    private static final String CONTEXT = "party.identifier:1";
    private static final String SECRET = "31999919990512102X 张示例𠮷";

    private final KeyRing ring = KeyRing.generated(Suite.NATIONAL);

    @ParameterizedTest
    @EnumSource
    void what_was_encrypted_is_read_back(Suite suite) {
        Vault vault = new RingVault(ring, suite);

        byte[] sealed = vault.encrypt(CONTEXT, SECRET);

        assertThat(vault.decrypt(CONTEXT, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("319999");
        assertThat(vault.encrypt(CONTEXT, SECRET)).isNotEqualTo(sealed);
        assertThat(vault.decrypt(CONTEXT, vault.encrypt(CONTEXT, ""))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_value_moved_to_another_row_is_refused(Suite suite) {
        Vault vault = new RingVault(ring, suite);
        byte[] sealed = vault.encrypt(CONTEXT, SECRET);

        assertThatThrownBy(() -> vault.decrypt("party.identifier:2", sealed))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("party.identifier:2")
                .hasMessageNotContaining("319999");
    }

    @ParameterizedTest
    @EnumSource
    void a_flipped_bit_anywhere_is_noticed(Suite suite) {
        Vault vault = new RingVault(ring, suite);
        byte[] sealed = vault.encrypt(CONTEXT, SECRET);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.decrypt(CONTEXT, changed)).isInstanceOf(UnreadableValueException.class);
        }
    }

    @Test
    void a_value_cut_short_is_refused() {
        Vault vault = new RingVault(ring, Suite.NATIONAL);
        byte[] sealed = vault.encrypt(CONTEXT, SECRET);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.decrypt(CONTEXT, cut)).isInstanceOf(UnreadableValueException.class);
        }
    }

    @Test
    void after_a_rotation_old_values_are_read_and_indexes_stay() {
        Vault before = new RingVault(ring, Suite.NATIONAL);
        byte[] old = before.encrypt(CONTEXT, SECRET);
        String signature = before.sign("anchor", old);
        KeyRing rotated = ring.rotated();

        Vault after = new RingVault(rotated, Suite.NATIONAL);

        assertThat(rotated.current()).isNotEqualTo(ring.current());
        assertThat(after.decrypt(CONTEXT, old)).isEqualTo(SECRET);
        assertThat(after.verify("anchor", old, signature)).isTrue();
        assertThat(after.blindIndex("party.identifier", "x")).isEqualTo(before.blindIndex("party.identifier", "x"));
        assertThatThrownBy(() -> before.decrypt(CONTEXT, after.encrypt(CONTEXT, SECRET)))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("key ring");
    }

    @Test
    void a_change_of_algorithms_leaves_old_values_and_indexes_usable() {
        Vault before = new RingVault(ring, Suite.NATIONAL);
        Vault after = new RingVault(ring, Suite.INTERNATIONAL);
        byte[] old = before.encrypt(CONTEXT, SECRET);

        assertThat(after.decrypt(CONTEXT, old)).isEqualTo(SECRET);
        assertThat(after.encrypt(CONTEXT, SECRET)[0]).isNotEqualTo(old[0]);
        assertThat(after.blindIndex("party.identifier", "x")).isEqualTo(before.blindIndex("party.identifier", "x"));
    }

    @Test
    void an_index_depends_on_field_value_and_key() {
        Vault vault = new RingVault(ring, Suite.NATIONAL);
        byte[] index = vault.blindIndex("party.phone", "13900000001");

        assertThat(vault.blindIndex("party.phone", "13900000001")).isEqualTo(index);
        assertThat(vault.blindIndex("party.phone", "13900000002")).isNotEqualTo(index);
        assertThat(vault.blindIndex("party.phone1", "3900000001")).isNotEqualTo(index);
        assertThat(new RingVault(KeyRing.generated(Suite.NATIONAL), Suite.NATIONAL)
                        .blindIndex("party.phone", "13900000001"))
                .isNotEqualTo(index);
    }

    @ParameterizedTest
    @EnumSource
    void a_signature_holds_for_its_purpose_and_message_only(Suite suite) {
        Vault vault = new RingVault(ring, suite);
        byte[] message = {1, 2, 3};
        String signature = vault.sign("anchor", message);

        assertThat(vault.verify("anchor", message, signature)).isTrue();
        assertThat(vault.verify("other", message, signature)).isFalse();
        assertThat(vault.verify("anchor", new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(vault.verify("anchor", message, "")).isFalse();
        assertThat(vault.verify("anchor", message, "not base64!")).isFalse();
    }

    @Test
    void keys_never_show_in_texts() {
        String secret = ring.keys().get(0).secret();

        assertThat(ring.toString()).doesNotContain(secret);
    }
}
