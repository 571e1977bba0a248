package org.haina.certificates.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.certificates.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPrinterTests {
    private static final PdfPrinter PRINTER = Templates.PRINTER;
    private static final DocumentTemplate NAME = template("<p data-bind='name'></p>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张𠮷〇",
                "阿迪力·买买提",
                "䶮㙍㼆",
                "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷吉",
                "A&B <script>alert(1)</script> ${1} &amp; \"'",
                "﹏《》——……￥％"
            })
    void what_is_handed_in_is_what_is_read_back(String name) {
        assertThat(text(print(NAME, Map.of("name", name)))).contains(name);
    }

    @Test
    void line_breaks_of_long_texts_are_kept() {
        DocumentTemplate template = template("<p class='text' data-bind='reason'></p>");

        assertThat(text(print(template, Map.of("reason", "第一行\r\n第二行\n第三行")))).contains("第一行\n第二行\n第三行");
    }

    static Stream<String> unprintable() {
        return Stream.of(
                "\u202E" + "321",
                "a\u0000b",
                "\uD83D\uDE00",
                "\u0627\u0644\u0639",
                "\uE000",
                "soft\u00ADhyphen",
                "zero\u200Bwidth",
                "\uD840",
                "葛\uDB40\uDD00",
                "tab\tulator",
                "a\u2028b",
                "\uFFFC",
                "\uFEFFx",
                "\u05D0");
    }

    @ParameterizedTest
    @MethodSource("unprintable")
    void a_character_that_cannot_be_shown_is_refused_by_name(String name) {
        assertThatExceptionOfType(UnprintableTextException.class)
                .isThrownBy(() -> print(NAME, Map.of("name", name)))
                .satisfies(refusal -> {
                    assertThat(refusal.source()).isEqualTo("name");
                    assertThat(name.codePoints().boxed()).contains(refusal.codePoint());
                    assertThat(refusal.getMessage()).contains("U+%04X".formatted(refusal.codePoint()));
                });
    }

    @Test
    void a_character_of_the_template_that_cannot_be_shown_is_refused_too() {
        assertThatExceptionOfType(UnprintableTextException.class)
                .isThrownBy(() -> print(template("<p>\uD83D\uDE00</p>"), Map.of()))
                .matches(refusal -> refusal.source().equals("template"));
    }

    @Test
    void all_missing_values_are_told_at_once() {
        DocumentTemplate template = template("<p data-bind='holder.name'></p><p data-bind='blank'></p>"
                + "<ul><li data-each='papers'><span data-bind='item.title'></span></li></ul><div data-qr='url'></div>");
        Map<String, ?> data = Map.of("blank", " ", "papers", List.of(Map.of("title", "甲"), Map.of()));

        assertThatExceptionOfType(MissingBindingException.class)
                .isThrownBy(() -> print(template, data))
                .satisfies(refusal ->
                        assertThat(refusal.paths()).containsExactly("holder.name", "blank", "papers[1].title", "url"));
    }

    @Test
    void parts_without_data_are_left_out_and_lists_are_repeated() {
        DocumentTemplate template = template(
                "<p data-if='absent'>不应出现</p><p data-if='present'>应当出现</p>"
                        + "<p data-if='no'>不应出现</p><p data-if='none'>不应出现</p>"
                        + "<div data-each='groups'><p data-bind='item.title'></p><p data-each='item.papers' data-bind='item'></p></div>");
        Map<String, ?> data = Map.of(
                "present",
                "有",
                "no",
                false,
                "none",
                List.of(),
                "groups",
                List.of(
                        Map.of("title", "甲类", "papers", List.of("甲一", "甲二")),
                        Map.of("title", "乙类", "papers", List.of("乙一"))));

        assertThat(text(print(template, data)))
                .contains("应当出现")
                .doesNotContain("不应出现")
                .containsSubsequence("甲类", "甲一", "甲二", "乙类", "乙一");
        assertThat(template.bindings())
                .containsExactly(
                        "absent",
                        "groups",
                        "groups[].papers",
                        "groups[].papers[]",
                        "groups[].title",
                        "no",
                        "none",
                        "present");
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_every_thread() {
        Templates one = Templates.named("teacher-certificate");
        byte[] expected = one.print();

        List<byte[]> printed =
                IntStream.range(0, 12).parallel().mapToObj(i -> one.print()).toList();

        assertThat(printed)
                .allSatisfy(pdf -> assertThat(Arrays.equals(pdf, expected)).isTrue());
    }

    @Test
    void other_data_or_another_time_gives_another_file_identity() {
        byte[] first = print(NAME, Map.of("name", "甲"));

        assertThat(identity(print(NAME, Map.of("name", "甲")))).isEqualTo(identity(first));
        assertThat(identity(print(NAME, Map.of("name", "乙")))).isNotEqualTo(identity(first));
        assertThat(identity(PRINTER.print(NAME, Bindings.of(Map.of("name", "甲")), Templates.PRINTED.plusSeconds(1))))
                .isNotEqualTo(identity(first));
    }

    @Test
    void every_page_of_a_demonstration_says_so_and_no_page_of_production_does() {
        Map<String, ?> data = Map.of("items", Collections.nCopies(60, "一段文字"));
        DocumentTemplate list = template("<p data-each='items' data-bind='item'></p>");

        assertThat(pages(print(list, data))).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(page)
                .contains("演示数据 无效"));
        assertThat(pages(PdfPrinter.forProduction().print(list, Bindings.of(data), Templates.PRINTED)))
                .noneSatisfy(page -> assertThat(page).contains("演示"));
    }

    @Test
    void the_fonts_are_embedded_as_subsets() {
        byte[] pdf = print(NAME, Map.of("name", "张𠮷"));

        assertThat(pdf.length).isLessThan(80_000);
        List<String> fonts = read(pdf, document -> {
            var resources = document.getPage(0).getResources();
            return Stream.of(resources.getFontNames().spliterator())
                    .flatMap(names -> java.util.stream.StreamSupport.stream(names, false))
                    .map(name -> {
                        try {
                            return resources.getFont(name).getName();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        });
        assertThat(fonts).hasSizeGreaterThanOrEqualTo(2).allSatisfy(name -> assertThat(name)
                .matches("[A-Z]{6}\\+NotoSans(SC|JP).*"));
    }

    @Test
    void both_weights_of_a_font_show_the_same_characters() {
        List<Typeface> faces = new Fonts().all();

        for (int codePoint = 0x20; codePoint < 0x32000; codePoint++) {
            assertThat(faces.get(0).has(codePoint)).isEqualTo(faces.get(1).has(codePoint));
            assertThat(faces.get(2).has(codePoint)).isEqualTo(faces.get(3).has(codePoint));
        }
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
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

    private static String text(byte[] pdf) {
        return read(pdf, document -> new PDFTextStripper().getText(document));
    }

    private static List<String> pages(byte[] pdf) {
        return read(pdf, document -> {
            List<String> pages = new java.util.ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(document.getPages().indexOf(page) + 1);
                stripper.setEndPage(document.getPages().indexOf(page) + 1);
                pages.add(stripper.getText(document));
            }
            return pages;
        });
    }

    private static String identity(byte[] pdf) {
        return read(pdf, document -> document.getDocument().getDocumentID().toString());
    }
}
