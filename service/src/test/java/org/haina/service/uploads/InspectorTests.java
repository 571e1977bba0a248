package org.haina.service.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.haina.service.uploads.Inspection.Passed;
import org.haina.service.uploads.Inspection.Reason;
import org.haina.service.uploads.Inspection.Refused;
import org.haina.service.uploads.Scanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InspectorTests {

    private static final UploadSettings SETTINGS = settings(Duration.ofSeconds(30));

    private final Workers workers = new Workers(SETTINGS);
    private final Inspector inspector = new Inspector(workers, content -> Verdict.NOT_SCANNED);

    @AfterEach
    void stop() {
        workers.close();
    }

    static Stream<Arguments> hostileFiles() {
        return Stream.of(
                arguments("空.pdf", new byte[0], Reason.EMPTY),
                arguments("大.pdf", new byte[21 << 20], Reason.TOO_LARGE),
                arguments("程序.pdf", HostileFiles.exe(), Reason.TYPE_NOT_ALLOWED),
                arguments("压缩包.pdf", HostileFiles.zip(), Reason.TYPE_NOT_ALLOWED),
                arguments("网页.png", HostileFiles.ascii("<html><script>"), Reason.TYPE_NOT_ALLOWED),
                arguments("矢量.png", HostileFiles.ascii("<svg onload='x'/>"), Reason.TYPE_NOT_ALLOWED),
                arguments("IMG_0001.HEIC", HostileFiles.heic(), Reason.HEIC),
                arguments("IMG_0001.jpg", HostileFiles.heic(), Reason.HEIC),
                arguments("学历.jpg", HostileFiles.pdf(), Reason.NAME_MISMATCH),
                arguments("学历.pdf.exe", HostileFiles.pdf(), Reason.NAME_MISMATCH),
                arguments("学历\u202efdp.exe", HostileFiles.pdf(), Reason.NAME_MISMATCH),
                arguments("学历", HostileFiles.pdf(), Reason.NAME_MISMATCH),
                arguments("a.pdf", HostileFiles.joined(HostileFiles.pdf(), HostileFiles.zip()), Reason.MIXED_CONTENT),
                arguments("a.jpg", HostileFiles.joined(HostileFiles.jpeg(), HostileFiles.zip()), Reason.MIXED_CONTENT),
                arguments(
                        "a.pdf",
                        HostileFiles.joined(HostileFiles.ascii("%PDF-1.4 <html>"), HostileFiles.pdf()),
                        Reason.MIXED_CONTENT),
                arguments(
                        "a.pdf",
                        HostileFiles.joined(HostileFiles.pdf(), HostileFiles.ascii("trailing text")),
                        Reason.MIXED_CONTENT),
                arguments("a.pdf", HostileFiles.ascii("%PDF-1.7\nnothing\n%%EOF"), Reason.PDF_UNREADABLE),
                arguments("a.pdf", HostileFiles.pdfWithScript(), Reason.PDF_ACTIVE),
                arguments("a.pdf", HostileFiles.pdfWithScriptOnPage(), Reason.PDF_ACTIVE),
                arguments("a.pdf", HostileFiles.pdfWithLaunch(), Reason.PDF_ACTIVE),
                arguments("a.pdf", HostileFiles.pdfWithAttachment(), Reason.PDF_ACTIVE),
                arguments("a.pdf", HostileFiles.pdfWithPassword("secret"), Reason.PDF_ENCRYPTED),
                arguments("a.pdf", HostileFiles.pdfWithPassword(""), Reason.PDF_ENCRYPTED),
                arguments("a.pdf", HostileFiles.pdfBomb(), Reason.PDF_TOO_COMPLEX),
                arguments("a.pdf", HostileFiles.pdfBombInTwoLayers(), Reason.PDF_TOO_COMPLEX),
                arguments("a.png", HostileFiles.pngOf(10_000, 5_000), Reason.IMAGE_TOO_LARGE),
                arguments("a.png", HostileFiles.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE), Reason.IMAGE_TOO_LARGE),
                arguments("a.png", HostileFiles.pngOf(100, 100), Reason.IMAGE_UNREADABLE),
                arguments("a.jpg", HostileFiles.slice(HostileFiles.jpeg(), 0, 60), Reason.IMAGE_UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void a_file_that_is_not_what_we_take_is_refused_in_words(String name, byte[] content, Reason reason) {
        assertThat(inspect(name, content)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).matches("[^%]*[\\u4e00-\\u9fff][^%]*。");
        });
    }

    @ParameterizedTest
    @CsvSource({"学历证书.pdf, PDF", "照片.JPG, JPEG", "照片.jpeg, JPEG", "照片.png, PNG"})
    void an_honest_file_passes_with_its_chinese_name(String name, FileType type) {
        byte[] content =
                switch (type) {
                    case PDF -> HostileFiles.pdf();
                    case JPEG -> HostileFiles.jpeg();
                    case PNG -> HostileFiles.png();
                    case ZIP -> throw new IllegalArgumentException("Nobody uploads one");
                };

        assertThat(inspect(name, content)).isInstanceOfSatisfying(Passed.class, passed -> {
            assertThat(passed.type()).isEqualTo(type);
            assertThat(passed.name()).isEqualTo(name.substring(0, name.indexOf('.')) + "." + type.extension());
            assertThat(passed.scan()).isEqualTo(Inspection.Scan.NOT_SCANNED);
        });
    }

    @Test
    void a_pdf_is_kept_byte_for_byte() {
        byte[] pdf = HostileFiles.pdf();

        assertThat(((Passed) inspect("a.pdf", pdf)).content()).isEqualTo(pdf);
    }

    @Test
    void what_hangs_behind_a_photo_is_gone() {
        byte[] photo = HostileFiles.joined(HostileFiles.jpeg(), "GPS 31.2304 payload".getBytes(StandardCharsets.UTF_8));

        byte[] kept = ((Passed) inspect("a.jpg", photo)).content();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("payload", "GPS");
    }

    /** The edge that is red in the upright picture, by the camera's orientation. */
    @ParameterizedTest
    @CsvSource({"1, LEFT", "2, RIGHT", "3, RIGHT", "4, LEFT", "5, TOP", "6, TOP", "7, BOTTOM", "8, BOTTOM", "9, LEFT"})
    void a_photo_stands_upright_after_its_metadata_is_gone(int orientation, String redEdge) throws IOException {
        byte[] kept = ((Passed) inspect("a.jpg", HostileFiles.jpegHeld(orientation))).content();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(redEdge(image)).isEqualTo(redEdge);
    }

    @Test
    void a_field_may_take_less_than_everything() throws IOException {
        FileRules photo = new FileRules(EnumSet.of(FileType.JPEG), 1);

        assertThat(inspector.inspect("a.pdf", new ByteArrayInputStream(HostileFiles.pdf()), photo))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("只能上传 JPG 文件"));
        assertThat(inspector.inspect("a.jpg", new ByteArrayInputStream(new byte[(1 << 20) + 1]), photo))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("超过 1 MB"));
    }

    @Test
    void a_picture_too_small_to_print_is_refused_with_both_sizes() throws IOException {
        FileRules portrait = new FileRules(EnumSet.of(FileType.PNG), 1, 60, 80);

        assertThat(inspector.inspect("a.png", new ByteArrayInputStream(HostileFiles.image("png", 50, 90)), portrait))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("50 × 90", "60 × 80"));
        assertThat(inspector.inspect("a.png", new ByteArrayInputStream(HostileFiles.image("png", 60, 80)), portrait))
                .isInstanceOf(Passed.class);
    }

    @Test
    void an_endless_upload_is_read_no_further_than_the_limit() throws IOException {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };

        assertThat(inspector.inspect("a.pdf", endless, FileRules.WIDEST)).isInstanceOf(Refused.class);
        assertThat(read.get()).isLessThanOrEqualTo((20 << 20) + 1);
    }

    @Test
    void an_infected_file_is_set_aside() throws IOException {
        Inspector strict = new Inspector(workers, content -> Verdict.INFECTED);

        assertThat(strict.inspect("a.pdf", new ByteArrayInputStream(HostileFiles.pdf()), FileRules.WIDEST))
                .isInstanceOfSatisfying(
                        Inspection.Infected.class,
                        infected -> assertThat(infected.refused().reason()).isEqualTo(Reason.INFECTED));
    }

    @Test
    void without_an_answer_of_the_scanner_nothing_is_taken() throws IOException {
        Inspector unlucky = new Inspector(workers, content -> {
            throw new Scanner.ScannerDownException("down", new IOException());
        });

        assertThat(unlucky.inspect("a.pdf", new ByteArrayInputStream(HostileFiles.pdf()), FileRules.WIDEST))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.SCANNER_DOWN));
    }

    @Test
    void a_file_that_takes_too_long_is_given_up() throws IOException {
        CountDownLatch forever = new CountDownLatch(1);
        try (Workers impatient = new Workers(settings(Duration.ofMillis(50)))) {
            Inspector slow = new Inspector(impatient, content -> {
                try {
                    forever.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Verdict.CLEAN;
            });

            assertThat(slow.inspect("a.pdf", new ByteArrayInputStream(HostileFiles.pdf()), FileRules.WIDEST))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.BUSY));
        }
    }

    private Inspection inspect(String name, byte[] content) {
        try {
            return inspector.inspect(name, new ByteArrayInputStream(content), FileRules.WIDEST);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String redEdge(BufferedImage image) {
        int x = image.getWidth() / 2;
        int y = image.getHeight() / 2;
        if (isRed(image, 4, y)) {
            return "LEFT";
        }
        if (isRed(image, image.getWidth() - 5, y)) {
            return "RIGHT";
        }
        return isRed(image, x, 4) ? "TOP" : isRed(image, x, image.getHeight() - 5) ? "BOTTOM" : "NONE";
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 200 && color.getGreen() < 80;
    }

    private static UploadSettings settings(Duration limit) {
        return new UploadSettings(2, 20, limit, new UploadSettings.Scanner("", 3310, Duration.ofSeconds(1)));
    }
}
