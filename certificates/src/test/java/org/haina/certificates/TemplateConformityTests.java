package org.haina.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.MissingBindingException;
import org.haina.certificates.signing.PdfSigner;
import org.haina.certificates.signing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Every template, printed with its sample and signed: an archivable file whose text is the data. */
class TemplateConformityTests {

    static List<Templates> templates() {
        return Templates.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_signed_document_conforms_to_pdf_a_2b(Templates one) throws Exception {
        byte[] signed = new PdfSigner(TestKeys.rsa()).sign(one.print(), "测试", Templates.PRINTED);

        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(signed), PDFAFlavour.PDFA_2_B)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_2_B, false)
                    .validate(parser);

            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void all_data_is_found_again_by_two_readers(Templates one, @TempDir Path folder) throws Exception {
        byte[] pdf = one.print();
        Path file = Files.write(folder.resolve("printed.pdf"), pdf);
        List<String> values = new ArrayList<>();
        collect(one.sample().root(), values);

        String byPdfBox = squeeze(text(pdf));
        String byPoppler = squeeze(Poppler.run("pdftotext", "-raw", file.toString(), "-"));

        assertThat(values).isNotEmpty();
        for (String value : values) {
            assertThat(byPdfBox).contains(squeeze(value));
            assertThat(byPoppler).contains(squeeze(value));
        }
        assertThat(byPdfBox).contains("演示数据无效").doesNotContain("#");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void title_and_language_are_those_of_the_template(Templates one) throws IOException {
        try (PDDocument document = Loader.loadPDF(one.print())) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(one.template().title());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void the_photo_of_the_holder_is_in_the_file_once_and_whole() throws IOException {
        Templates certificate = Templates.named("teacher-certificate");
        String photo = certificate.sample().at("holder.photo").asText();
        try (PDDocument document = Loader.loadPDF(certificate.print())) {
            PDResources page = document.getPage(0).getResources();
            List<PDImageXObject> pictures = new ArrayList<>();
            for (COSName name : page.getXObjectNames()) {
                if (page.getXObject(name) instanceof PDImageXObject picture) {
                    pictures.add(picture);
                }
            }
            assertThat(pictures).hasSize(1);
            PDImageXObject picture = pictures.get(0);
            assertThat(picture.getSuffix()).isEqualTo("jpg");
            assertThat(picture.getCOSObject().createRawInputStream().readAllBytes())
                    .isEqualTo(Base64.getDecoder().decode(photo));
            assertThat(new Color(picture.getImage().getRGB(206, 210)).getRed())
                    .as("the head in the middle is darker than the white ground")
                    .isLessThan(200);
        }
    }

    @Test
    void a_certificate_without_photo_is_printed_and_one_that_is_no_picture_refused() {
        Templates certificate = Templates.named("teacher-certificate");
        ObjectNode without = certificate.sample().root();
        ((ObjectNode) without.path("holder")).remove("photo");
        assertThat(Templates.PRINTER.print(certificate.template(), new Bindings(without), Templates.PRINTED))
                .isNotEmpty();

        ((ObjectNode) without.path("holder")).put("photo", "PHNjcmlwdD4=");
        assertThatThrownBy(
                        () -> Templates.PRINTER.print(certificate.template(), new Bindings(without), Templates.PRINTED))
                .isInstanceOf(MissingBindingException.class)
                .hasMessageContaining("holder.photo");
    }

    /** Values shown as codes only are links; switches are not shown at all, nor is a photo as text. */
    private static void collect(JsonNode node, List<String> values) {
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, values));
        } else if (!node.isBoolean()
                && !node.asText().startsWith("https://")
                && !node.asText().startsWith("/9j/")) {
            values.add(node.asText());
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}
