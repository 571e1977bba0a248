package org.haina.certificates.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;

/** Keys for tests, made once. */
public final class TestKeys {
    public static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
    private static final SigningKey RSA = rsa("海纳测试签名");

    private TestKeys() {}

    public static SigningKey rsa() {
        return RSA;
    }

    static SigningKey rsa(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return KeyFile.selfSigned(generator.generateKeyPair(), new X500Name("CN=" + name), MADE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SigningKey sm2() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Providers.BOUNCY_CASTLE);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return KeyFile.selfSigned(generator.generateKeyPair(), new X500Name("CN=国密测试签名"), MADE);
    }
}
