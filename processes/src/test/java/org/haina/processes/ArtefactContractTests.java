package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every artefact of the module to the same promises; a new item is covered by lying in its folder. */
class ArtefactContractTests {
    private static final List<ProcessModel> MODELS = Artefacts.files(".bpmn")
            .map(file -> ProcessModel.parse(file, read(file)))
            .toList();
    private static final List<DecisionModel> DECISIONS = Artefacts.files(".dmn")
            .map(file -> DecisionModel.parse(file, read(file)))
            .toList();
    private static final String TEACHER = "services/teacher-qualification/item.yaml";

    static List<String> items() {
        return Artefacts.files("/item.yaml").toList();
    }

    @Test
    void all_models_together_have_no_finding() {
        Set<String> decisions = DECISIONS.stream().map(DecisionModel::key).collect(Collectors.toSet());

        assertThat(MODELS).hasSizeGreaterThanOrEqualTo(6);
        assertThat(ModelFindings.of(MODELS, ModelCatalogue.of(decisions))).isEmpty();
    }

    @Test
    void all_decisions_have_no_finding() {
        assertThat(DECISIONS).isNotEmpty().allSatisfy(decision -> assertThat(decision.findings())
                .isEmpty());
    }

    @Test
    void keys_are_unique_across_areas() {
        assertThat(MODELS).extracting(ProcessModel::key).doesNotHaveDuplicates();
        assertThat(items())
                .extracting(file -> ItemDefinition.parse(read(file)).key())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("items")
    void an_item_and_its_models_agree(String file) {
        assertThat(ModelFindings.ofItem(file, ItemDefinition.parse(read(file)), MODELS, DECISIONS))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            key: teacher-qualification       | key: teacher                 | key         | names of the folders
            key: teacher-qualification       | key: teacher                 | key         | no model teacher.bpmn
            area: services                   | area: exams                  | key         | names of the folders
            certificate: teacher-certificate | # no certificate             | certificate | exactly when the process issues one
            {key: decider, title: {zh: 决定人员, en: Decider}} | {key: reviewer, title: {zh: 甲, en: A}} | roles | decider is missing
            """)
    void an_item_that_disagrees_is_found_out(String right, String wrong, String element, String reason) {
        String text = new String(read(TEACHER), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        String broken =
                text.replace("{key: reviewer, title: {zh: 审核人员, en: Reviewer}}", "{key: clerk, title: {zh: 乙, en: B}}");
        String base =
                switch (element) {
                    case "roles" -> broken.replaceFirst("  - \\{key: clerk, title: \\{zh: 受理人员.*\n", "");
                    case "certificate" -> text.replace("kind: certificate", "kind: document");
                    default -> text;
                };

        ItemDefinition item = ItemDefinition.parse(base.replace(right, wrong).getBytes(StandardCharsets.UTF_8));

        assertThat(ModelFindings.ofItem(TEACHER, item, MODELS, DECISIONS)).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void an_item_without_checks_or_without_its_decision_is_found_out() {
        String text = new String(read(TEACHER), StandardCharsets.UTF_8);
        String without = text.replaceFirst("(?s)\nchecks:\n.*?\nforms:", "\nchecks: []\nforms:");
        ItemDefinition item = ItemDefinition.parse(without.getBytes(StandardCharsets.UTF_8));

        assertThat(ModelFindings.ofItem(TEACHER, item, MODELS, List.of()))
                .extracting(Finding::element)
                .containsExactly("checks", "key");
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
