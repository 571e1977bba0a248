package org.haina.certificates.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs PDF files as PAdES baseline-B (ETSI EN 319 142-1): detached CAdES with the signing-certificate-v2 attribute, added
 * as an incremental update. The signature has no appearance; a visible seal belongs to the template. Thread-safe.
 */
public final class PdfSigner {
    private static final int RESERVED_BYTES = 12_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SigningKey key;

    /** A signer for one key; the key is never changed. */
    public PdfSigner(SigningKey key) {
        this.key = key;
    }

    /**
     * The file with the signature appended.
     *
     * @param pdf a file that is neither encrypted nor signed
     * @param reason why it is signed, shown by readers; may be Chinese
     * @param at the time the signer states, to the second
     * @throws UncheckedIOException when the file is not a PDF or the key fails
     */
    public byte[] sign(byte[] pdf, String reason, Instant at) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(RESERVED_BYTES);
            document.setDocumentId(at.toEpochMilli());
            document.addSignature(description(reason, at), options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * RESERVED_BYTES);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(CadesSignature.create(signing.getContent(), key));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot sign the PDF", e);
        }
    }

    private PDSignature description(String reason, Instant at) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(key.signer());
        signature.setReason(reason);
        signature.setSignDate(GregorianCalendar.from(at.atZone(ZONE).withNano(0)));
        return signature;
    }
}
