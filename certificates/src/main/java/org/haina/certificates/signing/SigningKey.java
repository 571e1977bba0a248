package org.haina.certificates.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A private key with its certificate. An RSA key signs with SHA-256; an SM2 key (GB/T 32918) signs with SM3.
 *
 * @param key RSA of at least 2048 bits, or SM2
 * @param certificate the certificate of the same key pair
 */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

    /**
     * Loads the demonstration key from a PKCS#12 file, or makes one when the file does not exist: RSA-3072, self-signed,
     * subject 海纳演示签名, valid for ten years, readable by the owner only. A real operator puts the key of its own
     * certification authority there instead.
     *
     * @throws UncheckedIOException when the file cannot be read or written, or the password is wrong
     */
    public static SigningKey loadOrCreate(Path file, char[] password, Clock clock) {
        try {
            return KeyFile.loadOrCreate(file, password, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the signing key in " + file, e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException("Cannot use the signing key in " + file, e));
        }
    }

    /** The common name of the certificate's subject, shown as the signer. */
    public String signer() {
        return commonName(certificate);
    }

    Suite suite() {
        return Suite.of(certificate.getPublicKey());
    }

    static String commonName(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
    }

    /** The two families of algorithms in use. */
    enum Suite {
        RSA("SHA256withRSA", "SHA-256", NISTObjectIdentifiers.id_sha256),
        SM2("SM3withSM2", "SM3", GMObjectIdentifiers.sm3);

        final String signature;
        final String digest;
        final ASN1ObjectIdentifier digestIdentifier;

        Suite(String signature, String digest, ASN1ObjectIdentifier digestIdentifier) {
            this.signature = signature;
            this.digest = digest;
            this.digestIdentifier = digestIdentifier;
        }

        static Suite of(PublicKey key) {
            return key.getAlgorithm().equals("RSA") ? RSA : SM2;
        }
    }
}
