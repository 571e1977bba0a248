package org.haina.service.vault;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;

/** A family of algorithms that are used together. */
public enum Suite {
    /** Commercial cryptography of the People's Republic: SM4-GCM, HMAC-SM3, SM3. */
    NATIONAL(1, "SM3", 16) {
        @Override
        Digest digest() {
            return new SM3Digest();
        }

        @Override
        BlockCipher cipher() {
            return new SM4Engine();
        }
    },
    /** AES-256-GCM, HMAC-SHA-256, SHA-256. */
    INTERNATIONAL(2, "SHA-256", 32) {
        @Override
        Digest digest() {
            return new SHA256Digest();
        }

        @Override
        BlockCipher cipher() {
            return AESEngine.newInstance();
        }
    };

    private final byte code;
    private final String hashName;
    private final int keyLength;

    Suite(int code, String hashName, int keyLength) {
        this.code = (byte) code;
        this.hashName = hashName;
        this.keyLength = keyLength;
    }

    /** Name of the suite's hash, as stored beside long-lived hashes. */
    public String hashName() {
        return hashName;
    }

    /** First byte of every value made by this suite; stored, therefore never changed. */
    byte code() {
        return code;
    }

    /** Length of the cipher's key in bytes. */
    int keyLength() {
        return keyLength;
    }

    abstract Digest digest();

    abstract BlockCipher cipher();
}
