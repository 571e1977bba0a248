package org.haina.service.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** Pages are told apart by their widths: the first document's are 101 wide, the second's 102. */
class JoinedFileTests {

    @Test
    void each_document_begins_on_an_odd_page_and_none_is_followed_by_empty_paper() throws IOException {
        assertThat(widths(1, 2, 3)).containsExactly(101, -101, 102, 102, 103, 103, 103);
        assertThat(widths(1)).containsExactly(101);
        assertThat(widths(3, 1, 1)).containsExactly(101, 101, 101, -101, 102, -102, 103);
    }

    /** Widths of all pages, negative if there is nothing on one. */
    private static List<Integer> widths(int... pages) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (int pageCount : pages) {
            documents.add(document(101 + documents.size(), pageCount));
        }
        List<Integer> widths = new ArrayList<>();
        try (PDDocument joined = Loader.loadPDF(JoinedFile.of(documents))) {
            for (PDPage page : joined.getPages()) {
                int width = (int) page.getMediaBox().getWidth();
                widths.add(page.hasContents() ? width : -width);
            }
        }
        return widths;
    }

    private static byte[] document(int width, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(new PDRectangle(width, 200));
                document.addPage(page);
                try (var stream = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
                    stream.addRect(1, 1, 10, 10);
                    stream.fill();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
