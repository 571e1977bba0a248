package org.haina.service.vault;

import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The algorithms of a suite, without keys or storage, so that published test vectors apply. */
final class Primitives {

    static final int NONCE_LENGTH = 12;
    static final int TAG_BITS = 128;

    private Primitives() {}

    static byte[] hash(Suite suite, byte[]... parts) {
        Digest digest = suite.digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    static byte[] mac(Suite suite, byte[] key, byte[]... parts) {
        HMac mac = new HMac(suite.digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    /** HKDF (RFC 5869) without salt: the master key is uniformly random. */
    static byte[] derive(Suite suite, byte[] master, byte[] purpose, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(suite.digest());
        generator.init(new HKDFParameters(master, null, purpose));
        byte[] key = new byte[length];
        generator.generateBytes(key, 0, length);
        return key;
    }

    static byte[] encrypt(Suite suite, byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return gcm(suite, true, key, nonce, associated, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Encryption cannot fail on its input", e);
        }
    }

    static byte[] decrypt(Suite suite, byte[] key, byte[] nonce, byte[] associated, byte[] sealed)
            throws InvalidCipherTextException {
        return gcm(suite, false, key, nonce, associated, sealed);
    }

    private static byte[] gcm(
            Suite suite, boolean encrypting, byte[] key, byte[] nonce, byte[] associated, byte[] input)
            throws InvalidCipherTextException {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(suite.cipher());
        gcm.init(encrypting, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        byte[] output = new byte[gcm.getOutputSize(input.length)];
        int written = gcm.processBytes(input, 0, input.length, output, 0);
        written += gcm.doFinal(output, written);
        return written == output.length ? output : Arrays.copyOf(output, written);
    }
}
