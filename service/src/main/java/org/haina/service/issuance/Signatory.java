package org.haina.service.issuance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haina.certificates.signing.PdfSigner;
import org.haina.certificates.signing.SignatureOutcome;
import org.haina.certificates.signing.SignatureVerifier;
import org.haina.certificates.signing.SigningKey;
import org.haina.service.keys.RefusedStartException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Holds the signing key and knows which signatures are ours. */
@Component
public class Signatory {

    private static final Duration DEMO_PAST = Duration.ofDays(60);

    private final PdfSigner signer;
    private final SignatureVerifier verifier;

    Signatory(IssuanceSettings settings, Environment environment, Clock clock) {
        if (!isDemo(environment)) {
            requireOwnKey(settings);
        }
        SigningKey key = SigningKey.loadOrCreate(
                settings.signingKey(), settings.keyPassword().toCharArray(), birth(environment, clock));
        this.signer = new PdfSigner(key);
        List<X509Certificate> ours = new ArrayList<>(List.of(key.certificate()));
        settings.trusted().forEach(file -> ours.add(certificate(file)));
        this.verifier = new SignatureVerifier(ours);
    }

    /** A demo signs results of the weeks before it was first started. */
    private static Clock birth(Environment environment, Clock clock) {
        return isDemo(environment) ? Clock.offset(clock, DEMO_PAST.negated()) : clock;
    }

    private static boolean isDemo(Environment environment) {
        return environment.getProperty("haina.demo", Boolean.class, false);
    }

    private static void requireOwnKey(IssuanceSettings settings) {
        if (!Files.exists(settings.signingKey())) {
            throw new RefusedStartException("There is no signing key at " + settings.signingKey()
                    + ": put the operator's PKCS#12 file there (HAINA_SIGNING_KEY), or set HAINA_DEMO=true for a demo");
        }
        if (settings.keyPassword().equals(IssuanceSettings.DEMO_PASSWORD)) {
            throw new RefusedStartException("HAINA_SIGNING_PASSWORD is the published demo password, set your own");
        }
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the certificate " + file, e);
        } catch (CertificateException e) {
            throw new IllegalStateException("Not a certificate: " + file, e);
        }
    }

    /**
     * A signature on behalf of the operator, PAdES baseline B.
     *
     * @param reason as readers show it
     */
    public byte[] sign(byte[] pdf, String reason, Instant at) {
        return signer.sign(pdf, reason, at);
    }

    SignatureOutcome verify(byte[] pdf) {
        return verifier.verify(pdf);
    }
}
