package org.haina.service.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class PrimitivesTests {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY_16 = hex("0123456789abcdeffedcba9876543210");
    private static final byte[] KEY_32 = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] NONCE = hex("00001234567800000000abcd");
    private static final byte[] ASSOCIATED = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    private static final byte[] PLAIN = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
            + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");

    @Test
    void SM3_gives_the_examples_of_GB_T_32905() {
        assertThat(text(Primitives.hash(Suite.NATIONAL, ABC)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(text(Primitives.hash(Suite.NATIONAL, "abcd".repeat(16).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void SM4_gives_the_example_of_GB_T_32907() {
        BlockCipher sm4 = Suite.NATIONAL.cipher();
        sm4.init(true, new KeyParameter(KEY_16));
        byte[] block = new byte[16];

        sm4.processBlock(KEY_16, 0, block, 0);

        assertThat(text(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void SM4_GCM_gives_the_example_of_RFC_8998() throws InvalidCipherTextException {
        byte[] sealed = Primitives.encrypt(Suite.NATIONAL, KEY_16, NONCE, ASSOCIATED, PLAIN);

        assertThat(text(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Primitives.decrypt(Suite.NATIONAL, KEY_16, NONCE, ASSOCIATED, sealed))
                .isEqualTo(PLAIN);
    }

    /** Expected value computed with another implementation: {@code openssl dgst -sm3 -mac HMAC}. */
    @Test
    void HMAC_SM3_agrees_with_another_implementation() {
        byte[] key = hex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");

        assertThat(text(Primitives.mac(Suite.NATIONAL, key, ABC)))
                .isEqualTo("44809d3ff5336f44071be1917887380730ae145f940a53819279801784c65e17");
    }

    @Test
    void the_international_suite_agrees_with_the_platform() throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY_32, "AES"), new GCMParameterSpec(128, NONCE));
        aes.updateAAD(ASSOCIATED);
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(KEY_32, "HmacSHA256"));

        assertThat(Primitives.encrypt(Suite.INTERNATIONAL, KEY_32, NONCE, ASSOCIATED, PLAIN))
                .isEqualTo(aes.doFinal(PLAIN));
        assertThat(Primitives.mac(Suite.INTERNATIONAL, KEY_32, ABC)).isEqualTo(hmac.doFinal(ABC));
        assertThat(text(Primitives.hash(Suite.INTERNATIONAL, ABC)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void HKDF_gives_the_third_example_of_RFC_5869() {
        byte[] master = hex("0b".repeat(22));

        assertThat(text(Primitives.derive(Suite.INTERNATIONAL, master, new byte[0], 42)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d" + "9d201395faa4b61a96c8");
    }

    @Test
    void other_associated_data_do_not_open_a_value() {
        byte[] sealed = Primitives.encrypt(Suite.NATIONAL, KEY_16, NONCE, ASSOCIATED, PLAIN);

        assertThatThrownBy(() -> Primitives.decrypt(Suite.NATIONAL, KEY_16, NONCE, ABC, sealed))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
