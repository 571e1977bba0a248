package org.haina.service.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a scanner reads off the documents we hand out, as it leaves the paper or the screen. */
@ServiceTest
class PrintedCodesTests {

    private static final Pattern BAR = Pattern.compile("M(\\d+) 0h1v40h-1z");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    @Test
    void the_bars_of_the_voucher_are_the_number_and_its_square_leads_to_the_case() throws Exception {
        TestPerson person = TestPerson.unknown();
        Caller.Citizen citizen = filing.citizen(person);
        CaseNumber number = filing.filed(person);

        BufferedImage voucher = rendered(fetched(get("/cases/" + number + "/documents/receipt-voucher"), citizen));

        assertThat(scanned(voucher, BarcodeFormat.CODE_128)).isEqualTo(number.value());
        URI address = URI.create(scanned(voucher, BarcodeFormat.QR_CODE));
        assertThat(address.isAbsolute()).isTrue();
        assertThat(address.getPath()).isEqualTo("/cases/" + number);
        assertThat(page(get(address.getPath()), citizen).text()).contains(number.value());
    }

    @Test
    void the_bars_on_the_receipt_page_are_the_number() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);

        Document receipt = page(get("/cases/" + number + "/receipt"), filing.citizen(person));

        assertThat(scanned(drawn(receipt), BarcodeFormat.CODE_128)).isEqualTo(number.value());
        assertThat(receipt.select(".case-number").text()).isEqualTo(number.value());
    }

    @Test
    void the_square_of_a_certificate_leads_anybody_to_its_verification() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        TestDesk desk = new TestDesk(web, json, filing, cases);
        CaseNumber number = desk.decided(person, "granted");
        desk.await(number, CaseStatus.GRANTED);

        byte[] certificate = fetched(get("/cases/" + number + "/certificate"), filing.citizen(person));
        URI address = URI.create(scanned(rendered(certificate), BarcodeFormat.QR_CODE));

        assertThat(address.isAbsolute()).isTrue();
        assertThat(address.getPath()).matches("/verify/[0-9A-Z]{26}");
        Document shown = Jsoup.parse(text(web.perform(get(address.getPath()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()));
        assertThat(shown.select(".chip-done").text()).isEqualTo("有效");
        assertThat(shown.text().replaceAll("\\s", "")).contains("小学教师资格", certificateNumber(certificate));
    }

    /** Printed on the paper itself. */
    private static String certificateNumber(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            Matcher printed = Pattern.compile("2026311012\\d{7}")
                    .matcher(new org.apache.pdfbox.text.PDFTextStripper()
                            .getText(document)
                            .replaceAll("\\s", ""));
            assertThat(printed.find()).isTrue();
            return printed.group();
        }
    }

    /** The first page at the resolution of an office scanner. */
    private static BufferedImage rendered(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 200);
        }
    }

    /** The bars of the page's drawing, two points wide each. */
    private static BufferedImage drawn(Document page) {
        Element svg = Objects.requireNonNull(page.selectFirst("svg[aria-label=条形码]"));
        int width = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);
        BufferedImage image = new BufferedImage(width * 2 + 80, 80, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        BAR.matcher(svg.select("path").attr("d"))
                .results()
                .forEach(bar -> pen.fillRect(40 + Integer.parseInt(bar.group(1)) * 2, 0, 2, 80));
        pen.dispose();
        return image;
    }

    private static String scanned(BufferedImage image, BarcodeFormat format) throws NotFoundException {
        int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private byte[] fetched(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return answer(request, caller).getContentAsByteArray();
    }

    private Document page(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return Jsoup.parse(text(answer(request, caller)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return web.perform(request.with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
