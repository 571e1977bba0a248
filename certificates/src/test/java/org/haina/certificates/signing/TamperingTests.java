package org.haina.certificates.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.haina.certificates.Templates;
import org.haina.certificates.signing.SignatureOutcome.Broken;
import org.haina.certificates.signing.SignatureOutcome.Reason;
import org.haina.certificates.signing.SignatureOutcome.Unsigned;
import org.haina.certificates.signing.SignatureOutcome.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What forgers do to a signed PDF, after the attack classes published at pdf-insecurity.org. */
class TamperingTests {
    private static final Instant SIGNED_AT = Instant.parse("2026-11-23T03:15:42Z");
    private static final byte[] PRINTED = Templates.named("teacher-certificate").print();
    private static final byte[] SIGNED = new PdfSigner(TestKeys.rsa()).sign(PRINTED, "发证", SIGNED_AT);
    private static final SignatureVerifier VERIFIER =
            new SignatureVerifier(List.of(TestKeys.rsa().certificate()));

    @Test
    void the_untouched_file_is_valid() {
        assertThat(VERIFIER.verify(SIGNED)).isInstanceOf(Valid.class);
    }

    @Test
    void no_single_flipped_bit_of_the_document_survives() {
        Random random = new Random(20261123);

        for (int i = 0; i < 300; i++) {
            requireInvalidWithFlippedBit(random.nextInt(SIGNED.length), random.nextInt(8));
        }
    }

    @Test
    void no_single_flipped_bit_of_the_signature_survives() {
        SignatureRange range = SignatureRange.in(latin(SIGNED)).get(0);
        int length = 2 * range.contents(SIGNED).orElseThrow().length;

        for (int i = 0; i < length + 40; i += i < 200 ? 1 : 7) {
            requireInvalidWithFlippedBit(range.firstLength() + i, i % 4);
        }
    }

    private static void requireInvalidWithFlippedBit(int at, int bit) {
        byte[] changed = SIGNED.clone();
        changed[at] ^= (byte) (1 << bit);

        assertThat(VERIFIER.verify(changed)).as("bit " + bit + " of byte " + at).isNotInstanceOf(Valid.class);
    }

    @Test
    void appended_bytes_are_found() {
        assertThat(VERIFIER.verify(concat(SIGNED, "\n"))).isEqualTo(new Broken(Reason.CHANGED_AFTER_SIGNING));
        assertThat(VERIFIER.verify(concat(SIGNED, "% harmless comment\n%%EOF\n")))
                .isEqualTo(new Broken(Reason.CHANGED_AFTER_SIGNING));
    }

    @Test
    void an_incremental_update_after_signing_is_found() throws IOException {
        assertThat(VERIFIER.verify(updated(SIGNED))).isEqualTo(new Broken(Reason.CHANGED_AFTER_SIGNING));
    }

    @Test
    void a_second_signature_is_found() {
        byte[] twice = new PdfSigner(TestKeys.rsa("别人")).sign(SIGNED, "再签", SIGNED_AT);

        assertThat(VERIFIER.verify(twice)).isEqualTo(new Broken(Reason.SEVERAL_SIGNATURES));
    }

    @Test
    void a_removed_signature_leaves_an_unsigned_file() {
        assertThat(VERIFIER.verify(Arrays.copyOf(SIGNED, PRINTED.length))).isEqualTo(new Unsigned());
        assertThat(VERIFIER.verify(PRINTED)).isEqualTo(new Unsigned());
    }

    @Test
    void emptied_contents_are_found() {
        byte[] changed = SIGNED.clone();
        SignatureRange range = SignatureRange.in(latin(SIGNED)).get(0);
        Arrays.fill(changed, range.firstLength() + 1, range.secondStart() - 1, (byte) '0');

        assertThat(VERIFIER.verify(changed)).isEqualTo(new Broken(Reason.DOES_NOT_COVER_FILE));
    }

    @Test
    void something_hidden_in_the_padding_is_found() {
        byte[] changed = SIGNED.clone();
        changed[SignatureRange.in(latin(SIGNED)).get(0).secondStart() - 3] = 'A';

        assertThat(VERIFIER.verify(changed)).isEqualTo(new Broken(Reason.DOES_NOT_COVER_FILE));
    }

    @Test
    void a_truncated_file_is_found() {
        assertThat(VERIFIER.verify(Arrays.copyOf(SIGNED, SIGNED.length - 10))).isInstanceOf(Broken.class);
        assertThat(VERIFIER.verify(Arrays.copyOf(SIGNED, SIGNED.length / 2))).isInstanceOf(Broken.class);
    }

    /** Signature wrapping: the signed bytes move behind foreign content, /ByteRange is bent to still find them. */
    @Test
    void a_wrapped_signature_is_found() {
        SignatureRange range = SignatureRange.in(latin(SIGNED)).get(0);
        String tail = latin(SIGNED).substring(range.secondStart());
        String injected = "\n1 0 obj <</Forged true>> endobj\n";
        String bent = latin(SIGNED)
                .substring(0, range.secondStart())
                .replaceFirst(
                        "/ByteRange \\[0 \\d+ \\d+ \\d+\\]",
                        "/ByteRange [0 %d %d %d]"
                                .formatted(
                                        range.firstLength(),
                                        range.secondStart() + injected.length(),
                                        range.secondLength()));

        assertThat(VERIFIER.verify((bent + injected + tail).getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Broken.class);
    }

    @Test
    void ranges_that_leave_more_than_the_signature_out_are_found() {
        for (String forged : List.of(
                "[0 0 0 0]",
                "[0 10 5 %d]".formatted(SIGNED.length - 5),
                "[0 10 20 %d]".formatted(SIGNED.length - 20),
                "[10 20 30 40]",
                "[0 999999999 999999999 999999999]",
                "[0 -1 5 5]",
                "[ ]",
                "12 0 R")) {
            String changed = latin(SIGNED).replaceFirst("/ByteRange \\[[^\\]]*\\]", "/ByteRange " + forged);

            assertThat(VERIFIER.verify(changed.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(forged)
                    .isInstanceOf(Broken.class);
        }
    }

    @Test
    void a_strangers_signature_is_not_ours_even_under_our_name() {
        byte[] forged = new PdfSigner(TestKeys.rsa("海纳测试签名")).sign(PRINTED, "发证", SIGNED_AT);

        assertThat(VERIFIER.verify(forged)).isEqualTo(new Broken(Reason.UNKNOWN_SIGNER));
    }

    @Test
    void our_signature_under_a_strangers_certificate_is_found() {
        SigningKey mixed =
                new SigningKey(TestKeys.rsa("别人").key(), TestKeys.rsa().certificate());

        assertThat(VERIFIER.verify(new PdfSigner(mixed).sign(PRINTED, "发证", SIGNED_AT)))
                .isEqualTo(new Broken(Reason.ALTERED));
    }

    @Test
    void our_signature_put_onto_another_document_is_found() {
        byte[] other = new PdfSigner(TestKeys.rsa())
                .sign(
                        Templates.PRINTER.print(
                                Templates.named("teacher-certificate").template(),
                                Templates.named("teacher-certificate").sample(),
                                Templates.PRINTED.plusSeconds(1)),
                        "发证",
                        SIGNED_AT);
        SignatureRange from = SignatureRange.in(latin(SIGNED)).get(0);
        SignatureRange to = SignatureRange.in(latin(other)).get(0);
        System.arraycopy(SIGNED, from.firstLength(), other, to.firstLength(), from.secondStart() - from.firstLength());

        assertThat(VERIFIER.verify(other)).isEqualTo(new Broken(Reason.ALTERED));
    }

    @Test
    void a_signature_dated_outside_the_certificate_is_not_accepted() {
        byte[] early = new PdfSigner(TestKeys.rsa()).sign(PRINTED, "发证", TestKeys.MADE.minus(Duration.ofDays(30)));

        assertThat(VERIFIER.verify(early)).isEqualTo(new Broken(Reason.UNKNOWN_SIGNER));
    }

    @Test
    void what_is_not_a_pdf_is_told() {
        for (String text : List.of("", "%PDF", "%PDF-1.7", "<html>", "PK\u0003\u0004", "%PDF-1.7\n/ByteRange")) {
            assertThat(VERIFIER.verify(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(Broken.class);
        }
    }

    @Test
    void an_encrypted_file_is_told() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);

            assertThat(VERIFIER.verify(out.toByteArray())).isEqualTo(new Broken(Reason.ENCRYPTED));
        }
    }

    @Test
    @Timeout(20)
    void the_largest_hostile_files_cost_bounded_time() {
        for (String filling : List.of("/ByteRange", "/ByteRange [0 1 ", "/ByteRange [0 1 2 3]", "((((((", "9 0 obj")) {
            byte[] hostile = concat(
                    "%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1),
                    filling.repeat(SignatureVerifier.LARGEST_FILE / filling.length() - 10));

            assertThat(VERIFIER.verify(hostile)).isInstanceOf(Broken.class);
        }
        assertThat(VERIFIER.verify(new byte[SignatureVerifier.LARGEST_FILE + 1]))
                .isEqualTo(new Broken(Reason.TOO_LARGE));
    }

    private static byte[] updated(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getCOSObject().setString(COSName.getPDFName("Forged"), "yes");
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] concat(byte[] pdf, String more) {
        byte[] tail = more.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(pdf, pdf.length + tail.length);
        System.arraycopy(tail, 0, whole, pdf.length, tail.length);
        return whole;
    }

    private static String latin(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }
}
