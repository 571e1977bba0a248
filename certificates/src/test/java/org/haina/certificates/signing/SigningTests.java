package org.haina.certificates.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.haina.certificates.Poppler;
import org.haina.certificates.Templates;
import org.haina.certificates.signing.SignatureOutcome.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTests {
    private static final Instant SIGNED = Instant.parse("2026-11-23T03:15:42Z");
    private static final byte[] PRINTED = Templates.named("teacher-certificate").print();

    @Test
    void an_independent_reader_confirms_the_signature(@TempDir Path folder) throws Exception {
        Path file =
                Files.write(folder.resolve("signed.pdf"), new PdfSigner(TestKeys.rsa()).sign(PRINTED, "发证", SIGNED));

        String report = Poppler.run("pdfsig", "-nocert", file.toString());

        assertThat(report)
                .contains("Signature Validation: Signature is Valid.")
                .contains("Total document signed")
                .contains("ETSI.CAdES.detached")
                .contains("SHA-256");
    }

    @Test
    void our_verifier_confirms_an_rsa_signature() {
        byte[] signed = new PdfSigner(TestKeys.rsa()).sign(PRINTED, "发证", SIGNED);

        assertThat(verifier(TestKeys.rsa()).verify(signed)).isEqualTo(new Valid("海纳测试签名", SIGNED, "发证"));
    }

    @Test
    void our_verifier_confirms_an_sm2_signature() throws Exception {
        SigningKey sm2 = TestKeys.sm2();

        byte[] signed = new PdfSigner(sm2).sign(PRINTED, "发证", SIGNED);

        assertThat(verifier(sm2).verify(signed)).isEqualTo(new Valid("国密测试签名", SIGNED, "发证"));
    }

    @Test
    void signing_adds_to_the_file_and_changes_nothing_before() {
        byte[] signed = new PdfSigner(TestKeys.rsa()).sign(PRINTED, "发证", SIGNED);

        assertThat(signed).startsWith(PRINTED);
    }

    @Test
    void the_key_is_made_once_and_kept_for_the_owner_only(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys").resolve("signing.p12");
        Clock clock = Clock.fixed(TestKeys.MADE, ZoneId.of("Asia/Shanghai"));

        SigningKey made = SigningKey.loadOrCreate(file, "secret".toCharArray(), clock);
        SigningKey loaded = SigningKey.loadOrCreate(file, "secret".toCharArray(), clock);

        assertThat(loaded.certificate()).isEqualTo(made.certificate());
        assertThat(made.signer()).isEqualTo("海纳演示签名");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file);
        }
        byte[] signed = new PdfSigner(made).sign(PRINTED, "发证", SIGNED);
        assertThat(verifier(loaded).verify(signed)).isInstanceOf(Valid.class);
    }

    @Test
    void a_wrong_password_is_told_with_the_file(@TempDir Path folder) {
        Path file = folder.resolve("signing.p12");
        SigningKey.loadOrCreate(file, "secret".toCharArray(), Clock.systemUTC());

        assertThatThrownBy(() -> SigningKey.loadOrCreate(file, "wrong".toCharArray(), Clock.systemUTC()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("signing.p12");
    }

    private static SignatureVerifier verifier(SigningKey key) {
        return new SignatureVerifier(List.of(key.certificate()));
    }
}
