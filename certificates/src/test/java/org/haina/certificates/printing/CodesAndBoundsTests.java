package org.haina.certificates.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.haina.certificates.Templates;
import org.junit.jupiter.api.Test;

class CodesAndBoundsTests {
    private static final PdfPrinter PRINTER = Templates.PRINTER;
    private static final DocumentTemplate NAME = template("<p data-bind='name'></p>");

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    @Test
    void codes_can_be_read_from_the_paper() throws Exception {
        DocumentTemplate qr = template("<div style='width:40mm;height:40mm;margin:20mm' data-qr='code'></div>");
        DocumentTemplate bars = template("<div style='width:90mm;height:15mm;margin:20mm' data-code128='code'></div>");
        String url = "https://haina.example/cases/HN26A7K3M9Q2XTZ4?申请=教师资格";

        assertThat(scan(print(qr, Map.of("code", url)))).isEqualTo(url);
        assertThat(scan(print(bars, Map.of("code", "HN26A7K3M9Q2XTZ4")))).isEqualTo("HN26A7K3M9Q2XTZ4");
    }

    @Test
    void what_does_not_fit_a_code_or_a_document_is_refused() {
        DocumentTemplate bars = template("<div data-code128='code'></div>");
        DocumentTemplate qr = template("<div data-qr='code'></div>");
        DocumentTemplate list = template("<p data-each='items' data-bind='item'></p>");

        assertThatIllegalArgumentException().isThrownBy(() -> print(bars, Map.of("code", "A".repeat(49))));
        assertThatIllegalArgumentException().isThrownBy(() -> print(bars, Map.of("code", "中文")));
        assertThatIllegalArgumentException().isThrownBy(() -> print(qr, Map.of("code", "A".repeat(1_001))));
        assertThatIllegalArgumentException().isThrownBy(() -> print(NAME, Map.of("name", "长".repeat(20_001))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> print(list, Map.of("items", Collections.nCopies(1_001, "a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> print(list, Map.of("items", Collections.nCopies(500, "长".repeat(1_000)))));
    }

    @Test
    void the_longest_document_prints_within_seconds() {
        DocumentTemplate list = template("<p data-each='items' data-bind='item'></p>");

        byte[] pdf = print(list, Map.of("items", Collections.nCopies(390, "长文本，".repeat(250))));

        assertThat(read(pdf, PDDocument::getNumberOfPages)).isGreaterThan(100);
    }

    private static DocumentTemplate template(String body) {
        return DocumentTemplate.parse(
                "<html lang='zh-CN'><head><title>测试文书</title></head><body>" + body + "</body></html>");
    }

    private static byte[] print(DocumentTemplate template, Map<String, ?> data) {
        return PRINTER.print(template, Bindings.of(data), Templates.PRINTED);
    }

    private static <T> T read(byte[] pdf, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scan(byte[] pdf) throws Exception {
        BufferedImage image = read(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, 200));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
