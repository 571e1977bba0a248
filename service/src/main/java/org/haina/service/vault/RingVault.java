package org.haina.service.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** The vault over a key ring. Each use has a key of its own, derived from a master key by HKDF and kept in memory. */
final class RingVault implements Vault {

    private static final String ENCRYPT = "haina/encrypt";
    private static final String INDEX = "haina/index";
    private static final String SIGN = "haina/sign/";
    private static final int MAC_KEY_LENGTH = 32;

    private final KeyRing ring;
    private final Suite suite;
    private final SecureRandom random = new SecureRandom();
    private final Map<DerivedKey, byte[]> derived = new ConcurrentHashMap<>();

    private record DerivedKey(Suite suite, String keyId, String purpose, int length) {}

    RingVault(KeyRing ring, Suite suite) {
        this.ring = ring;
        this.suite = suite;
    }

    @Override
    public byte[] encrypt(String context, String plain) {
        return encrypt(context, bytes(plain));
    }

    @Override
    public byte[] encrypt(String context, byte[] plain) {
        byte[] nonce = new byte[Primitives.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] header = new Envelope(suite, ring.current(), nonce).header();
        byte[] sealed = Primitives.encrypt(
                suite, cipherKey(suite, ring.current()), nonce, concat(header, bytes(context)), plain);
        return new Envelope(suite, ring.current(), concat(nonce, sealed)).bytes();
    }

    @Override
    public String decrypt(String context, byte[] sealed) {
        return new String(decryptBytes(context, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] decryptBytes(String context, byte[] sealed) {
        Envelope envelope =
                Envelope.of(sealed).orElseThrow(() -> new UnreadableValueException(context, "no readable header"));
        if (ring.find(envelope.keyId()).isEmpty()) {
            throw new UnreadableValueException(context, "its key is not in the key ring");
        }
        if (envelope.body().length < Primitives.NONCE_LENGTH + Primitives.TAG_BITS / 8) {
            throw new UnreadableValueException(context, "it is cut short");
        }
        return open(context, envelope);
    }

    private byte[] open(String context, Envelope envelope) {
        byte[] nonce = Arrays.copyOf(envelope.body(), Primitives.NONCE_LENGTH);
        byte[] sealed = Arrays.copyOfRange(envelope.body(), Primitives.NONCE_LENGTH, envelope.body().length);
        try {
            return Primitives.decrypt(
                    envelope.suite(),
                    cipherKey(envelope.suite(), envelope.keyId()),
                    nonce,
                    concat(envelope.header(), bytes(context)),
                    sealed);
        } catch (InvalidCipherTextException e) {
            throw new UnreadableValueException(context, "it was changed or belongs elsewhere");
        }
    }

    @Override
    public byte[] blindIndex(String field, String value) {
        KeyRing.Index index = ring.index();
        byte[] key = derive(index.suite(), index.key(), INDEX, MAC_KEY_LENGTH);
        return new Envelope(index.suite(), index.key(), mac(index.suite(), key, field, bytes(value))).bytes();
    }

    @Override
    public String hash(byte[] content) {
        return hash(suite, content);
    }

    @Override
    public String hash(Suite algorithms, byte[] content) {
        return HexFormat.of().formatHex(Primitives.hash(algorithms, content));
    }

    @Override
    public Suite suite() {
        return suite;
    }

    @Override
    public String sign(String purpose, byte[] message) {
        return Base64.getEncoder().encodeToString(signature(suite, ring.current(), purpose, message));
    }

    @Override
    public boolean verify(String purpose, byte[] message, String signature) {
        byte[] given = decoded(signature);
        return Envelope.of(given)
                .filter(envelope -> ring.find(envelope.keyId()).isPresent())
                .map(envelope -> signature(envelope.suite(), envelope.keyId(), purpose, message))
                .filter(expected -> MessageDigest.isEqual(expected, given))
                .isPresent();
    }

    private byte[] signature(Suite algorithms, String keyId, String purpose, byte[] message) {
        byte[] key = derive(algorithms, keyId, SIGN + purpose, MAC_KEY_LENGTH);
        return new Envelope(algorithms, keyId, mac(algorithms, key, purpose, message)).bytes();
    }

    /** The field's length goes in front, so that no two pairs of field and value share their bytes. */
    private static byte[] mac(Suite suite, byte[] key, String field, byte[] value) {
        byte[] name = bytes(field);
        byte[] length = ByteBuffer.allocate(4).putInt(name.length).array();
        return Primitives.mac(suite, key, length, name, value);
    }

    private byte[] cipherKey(Suite algorithms, String keyId) {
        return derive(algorithms, keyId, ENCRYPT, algorithms.keyLength());
    }

    private byte[] derive(Suite algorithms, String keyId, String purpose, int length) {
        return derived.computeIfAbsent(
                new DerivedKey(algorithms, keyId, purpose, length),
                wanted -> Primitives.derive(
                        algorithms, ring.find(keyId).orElseThrow().master(), bytes(purpose), length));
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
