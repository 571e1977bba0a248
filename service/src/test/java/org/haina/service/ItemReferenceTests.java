package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.CertificateNumber;
import org.haina.certificates.Validity;
import org.haina.integrations.registers.Finding;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemLimits;
import org.haina.service.catalog.Artefacts;
import org.haina.service.intake.RefusalReason;
import org.junit.jupiter.api.Test;

/** What authors of items look up is what the code reads. */
class ItemReferenceTests {

    private static final ReferencePage PAGE = new ReferencePage("docs/item-reference.md");

    @Test
    void every_key_of_a_definition_is_there() {
        PAGE.hasTable(
                "item",
                KeysOfRecord.of(
                        ItemDefinition.class,
                        Map.of(ItemDefinition.Words.class, "`{zh, en}`", ItemLimits.Period.class, "period")));
        PAGE.hasTable("period", KeysOfRecord.of(ItemLimits.Period.class, Map.of()));
    }

    @Test
    void every_key_of_a_certificate_is_there() {
        ReferencePage page = new ReferencePage("certificates/README.md");

        page.hasTable(
                "certificate",
                KeysOfRecord.of(
                        CertificateDefinition.class, Map.of(CertificateNumber.class, "map", Validity.class, "text")));
        page.hasTable("number", KeysOfRecord.loosely(CertificateNumber.class));
    }

    @Test
    void every_key_of_an_official_s_action_is_there() throws ClassNotFoundException {
        PAGE.hasTable("action", KeysOfRecord.loosely(Class.forName("org.haina.service.desk.DeskWords$Action")));
    }

    @Test
    void every_clock_policy_is_there() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/org/haina/service/clock/clock-policies"))) {
            PAGE.hasTable(
                    "clock",
                    files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                            .sorted()
                            .map(key -> List.of("`" + key + "`"))
                            .toList());
        }
    }

    @Test
    void every_ground_of_a_refusal_is_there() {
        PAGE.hasTable(
                "ground",
                Arrays.stream(RefusalReason.values())
                        .map(reason -> List.of("`" + reason.code() + "`", reason.label()))
                        .toList());
    }

    @Test
    void everything_an_answer_may_come_down_to_is_there() {
        PAGE.hasTable(
                "finding",
                Arrays.stream(Finding.values())
                        .map(finding -> List.of("`" + finding.key() + "`", finding.confirms() ? "yes" : ""))
                        .toList());
    }

    @Test
    void every_rule_that_a_shipped_sample_breaks_is_there() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (var file : Artefacts.read(null).entrySet()) {
            if (file.getKey().contains("/samples/invalid-")) {
                for (JsonNode one : new ObjectMapper().readTree(file.getValue()).path("expect")) {
                    expected.add("`" + one.path("rule").asText() + "`");
                }
            }
        }
        Set<String> told = PAGE.table("rule").stream().map(row -> row.get(0)).collect(Collectors.toSet());

        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(told).containsAll(expected);
    }
}
