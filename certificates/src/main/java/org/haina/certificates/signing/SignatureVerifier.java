package org.haina.certificates.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSException;
import org.haina.certificates.signing.SignatureOutcome.Broken;
import org.haina.certificates.signing.SignatureOutcome.Reason;
import org.haina.certificates.signing.SignatureOutcome.Unsigned;
import org.haina.certificates.signing.SignatureOutcome.Valid;

/**
 * Checks the signature of documents we issued. The signature is verified over the raw bytes first; only a file proved to be
 * ours is opened by a PDF parser. So hostile files cost one pass over at most {@link #LARGEST_FILE} bytes, and signature
 * wrapping or shadow revisions have nothing to hide in: a valid file is one signature over everything else. Thread-safe.
 */
public final class SignatureVerifier {
    /** The largest file that is looked at, in bytes. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final List<X509Certificate> trusted;

    /** A verifier that knows exactly these certificates, also expired ones whose signatures are from their time. */
    public SignatureVerifier(Collection<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Looks at one file; never throws because of what the file holds. */
    public SignatureOutcome verify(byte[] pdf) {
        if (pdf.length > LARGEST_FILE) {
            return new Broken(Reason.TOO_LARGE);
        }
        if (!startsAsPdf(pdf)) {
            return new Broken(Reason.NOT_A_PDF);
        }
        String latin = new String(pdf, StandardCharsets.ISO_8859_1);
        long mentions = SignatureRange.mentions(latin);
        if (mentions == 0) {
            return unsigned(latin);
        }
        List<SignatureRange> ranges = SignatureRange.in(latin);
        if (mentions > 1) {
            return new Broken(Reason.SEVERAL_SIGNATURES);
        }
        return ranges.isEmpty() ? new Broken(Reason.DOES_NOT_COVER_FILE) : verify(pdf, ranges.get(0));
    }

    private SignatureOutcome verify(byte[] pdf, SignatureRange range) {
        if (range.end() < pdf.length) {
            return new Broken(Reason.CHANGED_AFTER_SIGNING);
        }
        if (!range.liesIn(pdf)) {
            return new Broken(Reason.DOES_NOT_COVER_FILE);
        }
        Optional<byte[]> contents = range.contents(pdf);
        if (contents.isEmpty()) {
            return new Broken(Reason.DOES_NOT_COVER_FILE);
        }
        try {
            return CadesSignature.signer(contents.get(), range.covered(pdf), trusted)
                    .map(certificate -> statement(pdf, certificate))
                    .orElse(new Broken(Reason.UNKNOWN_SIGNER));
        } catch (CMSException | RuntimeException malformed) {
            // Bouncy Castle reports malformed ASN.1 by several unchecked exceptions.
            return new Broken(Reason.ALTERED);
        }
    }

    /** Reads what the signer stated, from bytes that are proved to be the signer's. */
    private static SignatureOutcome statement(byte[] pdf, X509Certificate certificate) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.size() != 1 || signatures.get(0).getSignDate() == null) {
                return new Broken(Reason.ALTERED);
            }
            Instant signedAt = signatures.get(0).getSignDate().toInstant();
            String reason = Objects.requireNonNullElse(signatures.get(0).getReason(), "");
            return isInValidity(signedAt, certificate)
                    ? new Valid(SigningKey.commonName(certificate), signedAt, reason)
                    : new Broken(Reason.UNKNOWN_SIGNER);
        } catch (IOException e) {
            return new Broken(Reason.NOT_A_PDF);
        }
    }

    private static boolean isInValidity(Instant time, X509Certificate certificate) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    private static SignatureOutcome unsigned(String text) {
        if (text.contains("/Encrypt")) {
            return new Broken(Reason.ENCRYPTED);
        }
        return text.contains("%%EOF") ? new Unsigned() : new Broken(Reason.NOT_A_PDF);
    }

    private static boolean startsAsPdf(byte[] pdf) {
        for (int i = 0; i < HEADER.length; i++) {
            if (pdf.length <= i || pdf[i] != HEADER[i]) {
                return false;
            }
        }
        return true;
    }
}
