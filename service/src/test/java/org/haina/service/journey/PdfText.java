package org.haina.service.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF. */
public final class PdfText {

    private static final Pattern CODE = Pattern.compile("核验码：\\s*([0-9A-Z-]+)");

    private PdfText() {}

    /** What the code on a certificate leads to. */
    public static String code(String certificate) {
        Matcher code = CODE.matcher(certificate);
        if (!code.find()) {
            throw new AssertionError("No code on " + certificate);
        }
        return code.group(1).replace("-", "");
    }

    public static String of(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
