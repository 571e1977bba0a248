package org.haina.service.uploads;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that opens, is not protected and does nothing by itself. Kept byte for byte: it may be signed. */
final class PdfStructure implements Structure {

    private static final long MOST_MEMORY = 64L << 20;

    @Override
    public byte[] opened(byte[] content) {
        PdfStreams.requireModest(content);
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(content), MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.isEncrypted()) {
                throw new RefusedUpload(Inspection.Reason.PDF_ENCRYPTED);
            }
            requirePassive(document);
            return content;
        } catch (InvalidPasswordException e) {
            throw new RefusedUpload(Inspection.Reason.PDF_ENCRYPTED);
        } catch (RefusedUpload e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library's message may quote the file; broken files make it throw about anything.
            throw new RefusedUpload(Inspection.Reason.PDF_UNREADABLE);
        }
    }

    private static void requirePassive(PDDocument document) {
        if (document.getNumberOfPages() < 1) {
            throw new RefusedUpload(Inspection.Reason.PDF_UNREADABLE);
        }
        Optional<String> found = new PdfActions(document.getDocument()).find();
        if (found.isPresent()) {
            throw new RefusedUpload(Inspection.Reason.PDF_ACTIVE, found.get());
        }
    }
}
