package org.haina.service.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.cases.Cases;
import org.haina.service.closing.Withdrawals;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.Children;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A package as somebody reads it who has docs/archive-format.md, another ZIP reader and another SM3, not our code. */
@ServiceTest
class ArchiveFormatTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    PackedCases packed;

    @Autowired
    Cases cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    Children children;

    @Autowired
    Withdrawals withdrawals;

    @TempDir
    Path folder;

    @Test
    void everything_of_a_granted_case_is_there_and_every_digest_can_be_recomputed_elsewhere() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = packed.granted(person);
        Edition edition = packed.packed(number, 1);

        Map<String, byte[]> entries = unzip(packed.zip(edition));
        JsonNode index = JSON.readTree(entries.get("index.json"));

        assertThat(index.at("/case/number").asText()).isEqualTo(number.value());
        assertThat(index.path("format").asText()).isEqualTo("haina-case-archive");
        assertThat(index.path("version").asInt()).isEqualTo(1);
        assertThat(index.at("/case/item/key").asText()).isEqualTo("teacher-qualification");
        assertThat(index.at("/case/status").asText()).isEqualTo("GRANTED");
        assertThat(index.at("/case/organ/name").asText()).isEqualTo("海纳示范黄浦区教育局");
        assertThat(List.copyOf(entries.keySet())).startsWith("index.json", "case.json", "timeline.json", "clock.json");
        assertThat(entries.keySet())
                .contains("ledger.json", "audit.json", "materials/01-diploma.jpg", "certificate/01-signed.pdf")
                .anyMatch(path -> path.matches("documents/\\d\\d-receipt-voucher\\.pdf"))
                .anyMatch(path -> path.matches("documents/\\d\\d-decision-granted\\.pdf"));
        assertThat(listed(index)).isEqualTo(recomputed(entries));
        assertThat(logged(number).detail()).containsEntry("hash", sm3(entries.get("index.json")));
        assertThat(logged(number).detail()).containsEntry("package", sm3(packed.zip(edition)));
    }

    @Test
    void the_parts_say_what_the_case_says_secrets_in_clear() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = packed.granted(person);
        Map<String, byte[]> entries = unzip(packed.zip(packed.packed(number, 1)));

        JsonNode data = JSON.readTree(entries.get("case.json"));
        assertThat(cases.get(number).data().toString()).doesNotContain(person.idNumber());
        assertThat(data.path("data").toString()).contains(person.idNumber());
        assertThat(data.at("/applicant/name").asText()).isEqualTo(person.name());
        assertThat(data.path("materials")).hasSize(5).allMatch(piece -> piece.has("suppliedAt"));
        assertThat(JSON.readTree(entries.get("timeline.json")))
                .hasSameSizeAs(cases.timeline(number))
                .anyMatch(line -> line.path("kind").asText().equals("ACCEPT"));
        assertThat(JSON.readTree(entries.get("clock.json")))
                .anyMatch(entry -> entry.path("act").asText().equals("STARTED")
                        && entry.path("basis").asText().contains("条")
                        && entry.path("limit").asText().matches("\\d+ [A-Z_]+"));
        assertThat(JSON.readTree(entries.get("ledger.json")))
                .isNotEmpty()
                .allMatch(call -> call.has("doneAt"))
                .anyMatch(call -> call.path("register").asText().equals("licence-store"));
    }

    @Test
    void what_a_guardian_has_consented_to_goes_with_the_case() throws Exception {
        Children.Family family = children.aged(7, 30);
        CaseNumber number = children.filed(family);
        withdrawals.withdraw(number, family.guardian(), "孩子已经康复");

        JsonNode consent = JSON.readTree(
                        unzip(packed.zip(packed.packed(number, 1))).get("case.json"))
                .path("guardianConsent");

        assertThat(consent.path("guardian").asText())
                .isEqualTo(family.guardian().party().toString());
        assertThat(consent.path("child").asText()).isEqualTo(family.child().toString());
        assertThat(consent.path("version").asText()).isEqualTo("1.0.0");
        assertThat(sm3(consent.path("text").asText().getBytes(UTF_8)))
                .isEqualTo(consent.path("hash").asText());
    }

    @Test
    void each_entry_of_the_log_gives_its_hash_and_all_that_happened_is_in_it() throws Exception {
        CaseNumber number = packed.withdrawn();
        JsonNode log = JSON.readTree(unzip(packed.zip(packed.packed(number, 1))).get("audit.json"));

        List<String> actions = new ArrayList<>();
        for (JsonNode link : log.path("entries")) {
            String content = link.path("content").asText();
            assertThat(link.path("algorithm").asText()).isEqualTo("SM3");
            assertThat(sm3((link.path("previous").asText() + "\n" + content).getBytes(UTF_8)))
                    .isEqualTo(link.path("hash").asText());
            assertThat(JSON.readTree(content).path("case").asText()).isEqualTo(number.value());
            assertThat(JSON.readTree(content).path("id").asLong())
                    .isEqualTo(link.path("entry").asLong());
            actions.add(JSON.readTree(content).path("action").asText());
        }
        assertThat(actions).startsWith("case.receive").contains("case.move");
        assertThat(log.at("/anchor/hash").asText()).hasSize(64);
        assertThat(log.at("/anchor/entry").asLong()).isPositive();
    }

    @Test
    void equal_contents_are_equal_bytes_and_bear_no_time() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("b.json", "{}".getBytes(UTF_8));
        contents.put("a/材料.pdf", new byte[] {1, 2, 3});

        byte[] zip = ZipPackage.write(contents);

        assertThat(zip).isEqualTo(ZipPackage.write(contents));
        assertThat(unzip(zip).keySet()).containsExactly("b.json", "a/材料.pdf");
        try (ZipFile read = new ZipFile(file(zip).toFile())) {
            assertThat(read.stream())
                    .allMatch(entry -> entry.getTimeLocal().getYear() == 1980)
                    .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
        }
    }

    private Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile read = new ZipFile(file(zip).toFile())) {
            for (ZipEntry entry : read.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), read.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path file(byte[] zip) throws IOException {
        return java.nio.file.Files.write(folder.resolve("package.zip"), zip);
    }

    private static Map<String, String> listed(JsonNode index) {
        Map<String, String> lines = new LinkedHashMap<>();
        index.path("entries")
                .forEach(line -> lines.put(
                        line.path("path").asText(),
                        "%d %s %s"
                                .formatted(
                                        line.path("size").asLong(),
                                        line.path("sm3").asText(),
                                        line.path("sha256").asText())));
        return lines;
    }

    private static Map<String, String> recomputed(Map<String, byte[]> entries) throws Exception {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(entry.getValue());
            lines.put(
                    entry.getKey(),
                    "%d %s %s"
                            .formatted(
                                    entry.getValue().length,
                                    sm3(entry.getValue()),
                                    HexFormat.of().formatHex(sha)));
        }
        lines.remove("index.json");
        return lines;
    }

    private AuditRow logged(CaseNumber number) {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().stream()
                .filter(row -> row.action().equals("case.archive"))
                .findFirst()
                .orElseThrow();
    }

    private static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
