package org.haina.certificates.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The PKCS#12 file of the signing key. */
final class KeyFile {
    private static final String ALIAS = "signing";
    private static final X500Name SUBJECT = new X500Name("CN=海纳演示签名,O=海纳演示,C=CN");
    private static final Duration VALIDITY = Duration.ofDays(3653);

    private KeyFile() {}

    static SigningKey loadOrCreate(Path file, char[] password, Clock clock)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            write(generate(clock.instant()), file, password);
        }
        return load(file, password);
    }

    private static SigningKey load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Providers.BOUNCY_CASTLE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new SigningKey(key, certificate);
            }
        }
        throw new IOException("No private key with a certificate in " + file);
    }

    /** Written beside and linked into place, so that two nodes starting together agree on one key. */
    private static void write(SigningKey key, Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Providers.BOUNCY_CASTLE);
        store.load(null, null);
        store.setKeyEntry(ALIAS, key.key(), password, new Certificate[] {key.certificate()});
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "A key file lies in a folder");
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + file.getFileName() + "." + Long.toHexString(new SecureRandom().nextLong()));
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel)) {
            store.store(out, password);
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherNodeWasFirst) {
            // The other node's key is loaded.
        } finally {
            Files.delete(fresh);
        }
    }

    private static SigningKey generate(Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        return selfSigned(generator.generateKeyPair(), SUBJECT, now);
    }

    static SigningKey selfSigned(KeyPair pair, X500Name subject, Instant now) throws GeneralSecurityException {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, new SecureRandom()).setBit(126),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(VALIDITY)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            String algorithm = SigningKey.Suite.of(pair.getPublic()).signature;
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .setProvider(Providers.BOUNCY_CASTLE)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(Providers.BOUNCY_CASTLE)
                            .build(pair.getPrivate())));
            return new SigningKey(pair.getPrivate(), certificate);
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException("Cannot make a certificate", e);
        }
    }
}
