package org.haina.service.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.haina.service.ServiceTest;
import org.haina.service.archive.ArchiveFinding.Kind;
import org.haina.service.archive.PackageVerifier.Logged;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody changes in a package is found, also where the index was made to fit again. */
@ServiceTest
class PackageVerifierTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    PackedCases packed;

    @Autowired
    CaseArchives archives;

    @Autowired
    PackageVerifier verifier;

    @Autowired
    Vault vault;

    private Edition edition;
    private byte[] zip;
    private Map<String, byte[]> entries;
    private String receipt;

    @BeforeEach
    void aPackage() throws Exception {
        edition = packed.packed(packed.withdrawn(), 1);
        zip = packed.zip(edition);
        entries = ZipPackage.read(zip);
        receipt = entries.keySet().stream()
                .filter(path -> path.endsWith("-receipt-voucher.pdf"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_found_in_what_was_packed() {
        assertThat(archives.verify(edition)).isEmpty();
    }

    @Test
    void a_changed_byte_is_found_where_it_is() {
        flip(receipt);

        assertThat(verified()).containsExactly(finding(Kind.CHANGED, receipt));
    }

    @Test
    void an_entry_that_is_missing_and_one_too_many_are_found() {
        entries.remove(receipt);
        entries.put("documents/99-decision-granted.pdf", new byte[] {1});

        assertThat(verified())
                .containsExactlyInAnyOrder(
                        finding(Kind.MISSING, receipt), finding(Kind.ADDITIONAL, "documents/99-decision-granted.pdf"));
    }

    @Test
    void an_index_made_to_fit_is_not_the_one_in_the_log() throws Exception {
        flip(receipt);
        fitIndex(receipt);

        assertThat(verified()).containsExactly(finding(Kind.INDEX, "index.json"));
    }

    @Test
    void a_changed_entry_of_the_log_is_found_though_its_hash_and_the_index_were_made_to_fit() throws Exception {
        JsonNode log = JSON.readTree(entries.get("audit.json"));
        ObjectNode link = (ObjectNode) log.at("/entries/0");
        String content = link.path("content").asText().replace("case.receive", "case.forged");
        link.put("content", content);
        entries.put("audit.json", JSON.writeValueAsBytes(log));
        fitIndex("audit.json");
        String place = "audit entry " + link.path("entry").asLong();
        assertThat(verifiedAsIfLogged()).containsExactly(finding(Kind.LOG, place));

        link.put("hash", vault.hash(Suite.NATIONAL, (link.path("previous").asText() + "\n" + content).getBytes(UTF_8)));
        entries.put("audit.json", JSON.writeValueAsBytes(log));
        fitIndex("audit.json");

        assertThat(verifiedAsIfLogged()).containsExactly(finding(Kind.LOG, place));
    }

    @Test
    void bytes_beside_the_entries_are_found() {
        byte[] longer = Arrays.copyOf(zip, zip.length + 1);

        assertThat(verifier.verify(edition, longer, logged())).containsExactly(finding(Kind.PACKAGE, "package"));
    }

    @Test
    void a_package_of_another_case_is_none_of_this_one() throws Exception {
        Edition other = packed.packed(packed.withdrawn(), 1);

        assertThat(verifier.verify(edition, packed.zip(other), logged()))
                .contains(finding(Kind.FOREIGN, "index.json"), finding(Kind.INDEX, "index.json"))
                .anyMatch(found -> found.kind() == Kind.LOG);
    }

    @Test
    void what_is_no_package_cannot_be_read() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(compressed)) {
            out.putNextEntry(new ZipEntry("index.json"));
            out.write(entries.get("index.json"));
        }

        for (byte[] content : new byte[][] {compressed.toByteArray(), "PK".getBytes(UTF_8), new byte[0]}) {
            assertThat(verifier.verify(edition, content, logged()))
                    .containsExactly(finding(Kind.UNREADABLE, "package"));
        }
    }

    private List<ArchiveFinding> verified() {
        return verifier.verify(edition, ZipPackage.write(entries), logged());
    }

    /** Whoever could change the log's digests too. */
    private List<ArchiveFinding> verifiedAsIfLogged() {
        byte[] forged = ZipPackage.write(entries);
        return verifier.verify(
                edition,
                forged,
                new Logged(vault.hash(Suite.NATIONAL, entries.get("index.json")), vault.hash(Suite.NATIONAL, forged)));
    }

    private Logged logged() {
        return new Logged(edition.indexHash(), vault.hash(Suite.NATIONAL, zip));
    }

    private void flip(String path) {
        byte[] content = entries.get(path).clone();
        content[content.length / 2] ^= 1;
        entries.put(path, content);
    }

    private void fitIndex(String path) throws Exception {
        JsonNode index = JSON.readTree(entries.get("index.json"));
        byte[] content = entries.get(path);
        for (JsonNode line : index.path("entries")) {
            if (line.path("path").asText().equals(path)) {
                ((ObjectNode) line)
                        .put("size", content.length)
                        .put("sm3", vault.hash(Suite.NATIONAL, content))
                        .put("sha256", vault.hash(Suite.INTERNATIONAL, content));
            }
        }
        entries.put("index.json", JSON.writeValueAsBytes(index));
    }

    private ArchiveFinding finding(Kind kind, String place) {
        return new ArchiveFinding(edition.number(), 1, kind, place);
    }
}
