package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TeacherCertificateReissueTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "teacher-certificate-reissue";

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> ENGINE.message(MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, false)),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"),
            ENGINE::runJobs,
            () -> ENGINE.message(MessageNames.CERTIFICATE_REGISTERED));

    @BeforeEach
    void the_number_is_carried_on() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
    }

    @Test
    void a_grant_opens_the_later_check_before_the_case_is_closed() {
        ProcessInstance item = ENGINE.start(ITEM);

        go(WAY.size());

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsExactly(
                        "acceptApplication",
                        "openChecks",
                        "determineEligibility",
                        "recordDecision",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "openLaterCheck",
                        "closeCase:granted");
    }

    @Test
    void what_is_refused_is_not_looked_into_later() {
        ProcessInstance item = ENGINE.start(ITEM);

        go(3);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps())
                .endsWith("deliverResult", "closeCase:refused")
                .doesNotContain("openLaterCheck");
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, EndEvent_CaseNotAccepted, closeCase:notAccepted",
        "notRequired, EndEvent_CaseNotRequired, closeCase:notRequired"
    })
    void what_is_not_accepted_ends_at_once(String said, String end, String closing) {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).containsExactly("refuseAcceptance", closing);
    }

    @Test
    void what_is_never_corrected_ends_without_a_decision() {
        ProcessInstance item = ENGINE.start(ITEM);

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    static Stream<Integer> everyWaitState() {
        return Stream.iterate(0, n -> n < WAY.size(), n -> n + 1);
    }

    @ParameterizedTest
    @MethodSource("everyWaitState")
    void a_withdrawal_ends_the_case_wherever_it_waits(int steps) {
        ProcessInstance item = ENGINE.start(ITEM);
        go(steps);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.instances()).isZero();
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "found, valid, ",
        "not-found, , notRegistered asks",
        ", , registerSilent asks",
        "found, lost, qualificationLost bars",
        "found, annulled, qualificationAnnulled bars"
    })
    void the_table_of_examples_holds(String registered, String status, String expected) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("registered", registered);
        facts.put("status", status);

        List<String> reasons = ENGINE.decide(ITEM + "-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void what_may_be_promised_is_told_whole_and_the_proof_remains_possible() {
        ItemDefinition item = ItemDefinition.parse(Artefacts.bytes("services/" + ITEM + "/item.yaml"));

        assertThat(item.takesCommitments()).isTrue();
        assertThat(item.materials())
                .filteredOn(material -> material.commitment() != null)
                .singleElement()
                .satisfies(material -> {
                    assertThat(material.key()).isEqualTo("loss-notice");
                    assertThat(material.sources()).contains("upload");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            laterCheck: {length: 2,  | laterCheck: {length: 0,   | limits.laterCheck.length
            laterCheck: {length: 2, unit: months, from: decision} | '# none' | limits.laterCheck
            duty: 证书               | dutie: 证书               | materials[1].commitment.dutie
            """)
    void an_item_that_takes_promises_and_says_not_all_of_it_is_refused(String before, String after, String path) {
        String yaml = new String(Artefacts.bytes("services/" + ITEM + "/item.yaml"), StandardCharsets.UTF_8);
        assertThat(yaml).contains(before);

        assertThat(problems(yaml.replace(before, after))).anyMatch(problem -> problem.startsWith(path));
    }

    @Test
    void a_proof_that_could_only_be_promised_is_refused() {
        String yaml = new String(Artefacts.bytes("services/" + ITEM + "/item.yaml"), StandardCharsets.UTF_8);
        int at = yaml.indexOf("key: loss-notice");

        String only = yaml.substring(0, at)
                + yaml.substring(at)
                        .replaceFirst("\\[\"upload\"]", "[\"register:teacher-system\"]")
                        .replaceFirst("\\[jpg, png, pdf]", "[]");

        assertThat(problems(only)).anyMatch(problem -> problem.startsWith("materials[1].commitment"));
    }

    private static List<String> problems(String yaml) {
        try {
            ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (InvalidItemException e) {
            return e.problems();
        }
    }

    private static void go(int steps) {
        WAY.subList(0, steps).forEach(Runnable::run);
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }
}
