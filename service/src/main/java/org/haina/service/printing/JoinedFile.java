package org.haina.service.printing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Several PDFs as one for both sides of the paper: each begins on an odd page, so that none ends on another's back. */
final class JoinedFile {

    private JoinedFile() {}

    /** @param documents at least one, made by us */
    static byte[] of(List<byte[]> documents) {
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument joined = new PDDocument()) {
            for (byte[] document : documents) {
                beginOnOddPage(joined);
                PDDocument source = Loader.loadPDF(document);
                sources.add(source); // Pages are copied when the joined file is saved.
                for (PDPage page : source.getPages()) {
                    joined.importPage(page);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            joined.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A file of ours is no PDF", e);
        } finally {
            sources.forEach(JoinedFile::close);
        }
    }

    private static void beginOnOddPage(PDDocument joined) {
        int pages = joined.getNumberOfPages();
        if (pages % 2 == 1) {
            joined.addPage(new PDPage(joined.getPage(pages - 1).getMediaBox()));
        }
    }

    private static void close(PDDocument source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory is given back", e);
        }
    }
}
