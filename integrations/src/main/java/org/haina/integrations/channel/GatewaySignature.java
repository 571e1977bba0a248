package org.haina.integrations.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature of the national sharing gateway: Base64(HMAC-SHA256(secret, sid + rid + rtime)). The secret comes from
 * the gateway, encrypted under our application key; the gateway's mode is not published, AES-GCM is assumed.
 */
public final class GatewaySignature {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private GatewaySignature() {}

    public static String sign(String secret, String sid, String rid, String rtime) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((sid + rid + rtime).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    /** The gateway's side of {@link #open}; the sandbox needs it. */
    public static String seal(String secret, String appKey) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, appKey, nonce).doFinal(secret.getBytes(UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret cannot be sealed", e);
        }
    }

    /** @throws IllegalArgumentException if this is no secret sealed under our key */
    static String open(String sealed, String appKey) {
        try {
            var whole = Base64.getDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, appKey, Arrays.copyOf(whole, NONCE));
            return new String(cipher.doFinal(whole, NONCE, whole.length - NONCE), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not sealed under our key", e);
        }
    }

    private static Cipher cipher(int mode, String appKey, byte[] nonce) throws GeneralSecurityException {
        var key = MessageDigest.getInstance("SHA-256").digest(appKey.getBytes(UTF_8));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
