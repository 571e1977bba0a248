package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item has to say, and its models to do, before its approval may be given upon a promise. */
class ApprovalByCommitmentTests {
    private static final String FILE = "institutions/training-licence-change/item.yaml";
    private static final String YAML = new String(Artefacts.bytes(FILE), StandardCharsets.UTF_8);

    @Test
    void the_change_of_a_licence_says_everything_once() {
        ItemDefinition item = parse(YAML);

        assertThat(item.mode()).isEqualTo(ItemDefinition.Mode.COMMITMENT);
        assertThat(item.takesCommitments()).isTrue();
        assertThat(ApprovalByCommitment.letterOf(item)).contains("commitment-letter");
        assertThat(item.approval().conditions()).hasSizeGreaterThan(2);
        assertThat(item.approval().basis()).contains("第二十七条");
        assertThat(item.limits().laterCheck().length()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mode: commitment        | mode: promised           | approval: given exactly when
            mode: commitment        | mode: instant            | approval: given exactly when
            safety: []              | safety: [life]           | safety: stated and empty
            safety: []              | safety: [publicSafety]   | safety: stated and empty
            safety: []              | safety: [environment]    | safety: stated and empty
            safety: []              | safety: [health]         | safety: stated and empty
            safety: []              | safety: [property]       | safety: stated and empty
            safety: []              | '# not stated'           | safety: stated and empty
            laterCheck: {           | '# laterCheck: {'        | limits.laterCheck: given exactly
            rectification: {        | '# rectification: {'     | limits.rectification: given exactly
            laterCheck: {length: 2  | laterCheck: {length: 0   | limits.laterCheck.length
            rectification: {length: 15 | rectification: {length: 0 | limits.rectification.length
            promised: 10            | promised: 0              | mode: instant exactly when
            sources: ["commitment"] | sources: ["register:business-registry"] | materials: one comes from a commitment
            sources: ["commitment"] | sources: ["commitment", "licence:school-licence"] | materials commitment-letter
            papers: [resolution]    | papers: [organiser]      | approval.papers: organiser
            papers: [resolution]    | papers: [resolution, resolution] | approval.papers
            check: 作出决定以后    | inspect: 作出决定以后    | approval.check: missing
            """)
    void an_item_that_says_not_all_of_it_or_must_not_be_promised_is_refused(String before, String after, String path) {
        assertThat(YAML).contains(before);

        assertThat(problems(YAML.replace(before, after))).anyMatch(problem -> problem.startsWith(path));
    }

    @Test
    void an_item_without_conditions_promises_nothing() {
        String none = YAML.replaceFirst("(?s)  conditions:\n.*?  papers", "  conditions: []\n  papers");

        assertThat(problems(none)).contains("approval.conditions: at least one");
    }

    @Test
    void an_item_that_is_reviewed_only_may_touch_anything_and_has_no_promise() {
        ItemDefinition bus =
                parse(new String(Artefacts.bytes("services/school-bus-permit/item.yaml"), StandardCharsets.UTF_8));

        assertThat(bus.safety()).isNotEmpty();
        assertThat(ApprovalByCommitment.letterOf(bus)).isEmpty();
    }

    @Test
    void what_is_decided_upon_a_promise_can_be_put_right_and_annulled() {
        assertThat(found("phases/later-check.bpmn", model -> model.replace("${annulGrant}", "${closeCase}")))
                .contains(
                        "mode: commitment: nothing orders rectification and annuls what a broken promise has brought");
        assertThat(found("phases/later-check.bpmn", model -> model.replace("${orderRectification}", "${closeCase}")))
                .contains(
                        "mode: commitment: nothing orders rectification and annuls what a broken promise has brought");
    }

    @Test
    void the_ordinary_way_stays_open_and_the_later_check_opens() {
        String own = FILE.replace("item.yaml", "training-licence-change.bpmn");

        assertThat(found(own, model -> model.replace("calledElement=\"review\"", "calledElement=\"checks\"")))
                .contains("mode: commitment: the ordinary way with its review is missing");
        assertThat(found(own, model -> model.replace("${proposeOnCommitment}", "${closeCase}")))
                .contains("mode: commitment exactly when the process decides upon a promise");
        assertThat(found(own, model -> model.replace("${openLaterCheck}", "${closeCase}")))
                .contains("materials: something may be promised exactly when the process opens a later check");
    }

    private static List<String> found(String broken, UnaryOperator<String> change) {
        List<ProcessModel> models = Artefacts.files(".bpmn")
                .map(file -> ProcessModel.parse(file, file.equals(broken) ? changed(file, change) : bytes(file)))
                .toList();
        List<DecisionModel> decisions = Artefacts.files(".dmn")
                .map(file -> DecisionModel.parse(file, bytes(file)))
                .toList();
        return ModelFindings.ofItem(FILE, parse(YAML), models, decisions).stream()
                .flatMap(finding -> Stream.of(finding.element() + ": " + finding.reason()))
                .toList();
    }

    private static byte[] changed(String file, UnaryOperator<String> change) {
        String model = new String(bytes(file), StandardCharsets.UTF_8);
        String other = change.apply(model);
        assertThat(other).isNotEqualTo(model);
        return other.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        return Artefacts.bytes(file);
    }

    private static ItemDefinition parse(String yaml) {
        return ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        try {
            parse(yaml);
            return List.of();
        } catch (InvalidItemException e) {
            return e.problems();
        }
    }
}
