package org.haina.service.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.haina.service.ServiceTest;
import org.haina.service.edge.Problem;
import org.haina.service.files.StoredFile.ScanState;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.uploads.FileRules;
import org.haina.service.uploads.FileType;
import org.haina.service.uploads.HostileFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class FilesTests {

    @Autowired
    Files files;

    @Autowired
    FileLinks links;

    @Autowired
    FileDownload download;

    @Autowired
    FileIntegrity integrity;

    @Autowired
    OrphanSweep orphans;

    @Autowired
    FilesSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final FileOwner owner = new FileOwner("party:" + UUID.randomUUID());
    private CaseNumber number;

    @BeforeEach
    void aCase() {
        number = new CaseNumbers(clock).next();
    }

    @Test
    void a_file_comes_back_as_it_went_in() throws IOException {
        byte[] pdf = HostileFiles.pdf();

        StoredFile file = upload("学历证书.pdf", pdf);

        assertThat(files.open(file.id())).hasValue(pdf);
        assertThat(files.find(file.id())).hasValue(file);
        assertThat(file.scan()).isEqualTo(ScanState.NOT_SCANNED);
        assertThat(file.size()).isEqualTo(pdf.length);
    }

    @Test
    void on_the_disk_nothing_can_be_read() throws IOException {
        StoredFile file = upload("a.pdf", HostileFiles.pdf());

        byte[] stored = java.nio.file.Files.readAllBytes(place(file));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "Catalog");
    }

    @Test
    void equal_contents_lie_there_once_and_go_with_the_last_user() throws IOException {
        byte[] pdf = HostileFiles.pdf();
        StoredFile first = upload("a.pdf", pdf);
        StoredFile second = upload("b.pdf", pdf);
        assertThat(place(first)).isEqualTo(place(second));

        grow(first);
        orphans.sweep();
        assertThat(files.find(first.id())).isEmpty();
        assertThat(files.open(second.id())).hasValue(pdf);

        grow(second);
        orphans.sweep();
        assertThat(place(second)).doesNotExist();
    }

    @Test
    void what_belongs_to_a_case_or_draft_stays() throws IOException {
        StoredFile ofCase = upload("a.pdf", HostileFiles.pdf());
        StoredFile ofDraft = upload("b.png", HostileFiles.png());
        UUID draft = UUID.randomUUID();
        assertThat(links.toCase(ofCase.id(), number, owner)).isTrue();
        assertThat(links.toCase(ofCase.id(), number, owner)).isTrue();
        assertThat(links.toApplication(ofDraft.id(), draft, owner)).isTrue();
        grow(ofCase);
        grow(ofDraft);

        orphans.sweep();

        assertThat(links.casesOf(ofCase.id())).containsExactly(number);
        assertThat(links.applicationsOf(ofDraft.id())).containsExactly(draft);
        assertThat(files.open(ofCase.id())).isPresent();
        links.releaseApplication(draft);
        orphans.sweep();
        assertThat(files.find(ofDraft.id())).isEmpty();
    }

    @Test
    void a_file_of_a_draft_that_became_a_case_outlives_the_draft() throws IOException {
        StoredFile file = upload("a.pdf", HostileFiles.pdf());
        UUID draft = UUID.randomUUID();
        links.toApplication(file.id(), draft, owner);
        links.toCase(file.id(), number, owner);

        links.releaseApplication(draft);
        grow(file);
        orphans.sweep();

        assertThat(files.open(file.id())).isPresent();
    }

    @Test
    void nobody_attaches_another_persons_file() throws IOException {
        StoredFile file = upload("a.pdf", HostileFiles.pdf());

        assertThat(links.toCase(file.id(), number, new FileOwner("party:" + UUID.randomUUID())))
                .isFalse();
        assertThat(links.toCase(new FileId(UUID.randomUUID()), number, owner)).isFalse();
        assertThat(links.casesOf(file.id())).isEmpty();
    }

    @Test
    void what_is_in_quarantine_is_neither_opened_nor_attached() throws IOException {
        StoredFile file = upload("a.pdf", HostileFiles.pdf());
        jdbc.sql("update stored_file set scan_state = 'quarantined' where id = ?")
                .param(file.id().value())
                .update();

        assertThat(files.open(file.id())).isEmpty();
        assertThat(links.toCase(file.id(), number, owner)).isFalse();
        assertThatThrownBy(() -> download.attachment(file.id())).isInstanceOf(Problem.class);
    }

    @Test
    void a_flipped_byte_is_found_and_the_file_shown_as_damaged() throws IOException {
        StoredFile file = upload("a.png", HostileFiles.png());
        StoredFile sound = upload("b.pdf", HostileFiles.pdf());
        byte[] stored = java.nio.file.Files.readAllBytes(place(file));
        stored[stored.length / 2] ^= 1;
        java.nio.file.Files.write(place(file), stored);

        try {
            assertThat(integrity.verify().damaged()).contains(file.id()).doesNotContain(sound.id());
            assertThat(files.find(file.id()).orElseThrow().damaged()).isTrue();
            assertThatThrownBy(() -> download.inline(file.id()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.getBody().getDetail()).contains("完整性校验"));
        } finally {
            stored[stored.length / 2] ^= 1;
            java.nio.file.Files.write(place(file), stored);
        }
        integrity.verify();
        assertThat(files.find(file.id()).orElseThrow().damaged()).isFalse();
    }

    @Test
    void the_daily_check_takes_those_not_checked_for_longest() throws IOException {
        StoredFile file = upload("b.pdf", HostileFiles.pdf());
        jdbc.sql("update stored_file set verified_at = now() - interval '100 days' where id = ?")
                .param(file.id().value())
                .update();

        assertThat(integrity.verifyDue(settings.verifyEvery())).isTrue();

        assertThat(jdbc.sql("select verified_at > now() - interval '1 hour' from stored_file where id = ?")
                        .param(file.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_a_rolled_back_transaction_kept_is_cleared_away() {
        byte[] content = HostileFiles.pdf();
        StoredFile file = transaction.execute(status -> {
            status.setRollbackOnly();
            return files.keep("a.pdf", FileType.PDF, content, "test");
        });
        assertThat(files.find(file.id())).isEmpty();
        assertThat(place(file)).exists();

        orphans.sweepStore(java.time.Duration.ofSeconds(-60));

        assertThat(place(file)).doesNotExist();
    }

    @Test
    void a_download_can_neither_run_nor_be_kept() throws IOException {
        StoredFile file = upload("张示例 学历\"证书.pdf", HostileFiles.pdf());

        HttpHeaders headers = download.attachment(file.id()).getHeaders();

        assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%BC%A0%E7%A4%BA%E4%BE%8B%20%E5%AD%A6%E5%8E%86_")
                .doesNotContain("\n");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        assertThat(download.inline(file.id()).getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline;");
    }

    @Test
    void pages_of_a_pdf_are_shown_as_pictures() throws IOException {
        StoredFile pdf = upload("a.pdf", HostileFiles.pdf());
        StoredFile photo = upload("a.jpg", HostileFiles.jpeg());

        var page = download.page(pdf.id(), 1);

        assertThat(download.pages(pdf.id())).isEqualTo(1);
        assertThat(page.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(page.getBody())).getHeight())
                .isBetween(1500, 1600);
        assertThatThrownBy(() -> download.page(pdf.id(), 2)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> download.page(photo.id(), 2)).isInstanceOf(Problem.class);
        assertThat(download.page(photo.id(), 1).getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
    }

    @Test
    void one_person_cannot_fill_the_store() throws IOException {
        StoredFile file = upload("a.pdf", HostileFiles.pdf());
        jdbc.sql(
                        """
                        insert into stored_file (id, hash, suite, size, type, name, scan_state, owner, purpose)
                        select gen_random_uuid(), hash, suite, size, type, name, scan_state, owner, purpose
                        from stored_file, generate_series(1, :count) where id = :id
                        """)
                .param("id", file.id().value())
                .param("count", settings.unlinkedPerOwner())
                .update();

        assertThat(accept("b.pdf", HostileFiles.pdf()))
                .isInstanceOfSatisfying(UploadOutcome.Refused.class, refused -> assertThat(refused.message())
                        .contains("过多"));
    }

    private StoredFile upload(String name, byte[] content) throws IOException {
        return ((UploadOutcome.Kept) accept(name, content)).file();
    }

    private UploadOutcome accept(String name, byte[] content) throws IOException {
        return files.accept(name, new ByteArrayInputStream(content), FileRules.WIDEST, owner, "material");
    }

    /** Makes the file old enough to be removed. */
    private void grow(StoredFile file) {
        jdbc.sql("update stored_file set uploaded_at = now() - interval '25 hours' where id = ?")
                .param(file.id().value())
                .update();
    }

    private Path place(StoredFile file) {
        String hash = file.hash();
        return settings.directory()
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }
}
