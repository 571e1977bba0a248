package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two departments are asked side by side, the government decides, the traffic police issue. */
class SchoolBusPermitTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final List<Runnable> WAY = List.of(
            () -> ENGINE.complete("Task_AcceptApplication", "accept"),
            () -> opinion(VariableNames.TRANSPORT, "agree"),
            () -> opinion(VariableNames.POLICE, "agree"),
            () -> ENGINE.complete("Task_ReviewApplication", "approve"),
            () -> ENGINE.complete("Task_DecideApplication", "granted"),
            ENGINE::runJobs,
            () -> ENGINE.message(MessageNames.CERTIFICATE_REGISTERED));

    @Test
    void both_departments_are_asked_at_once_and_the_case_waits_for_the_last() {
        ENGINE.start("school-bus-permit");

        go(1);
        assertThat(ENGINE.openTasksByOrgan())
                .containsExactlyInAnyOrder("Task_GiveOpinion@police", "Task_GiveOpinion@transport");
        opinion(VariableNames.TRANSPORT, "agree");
        assertThat(ENGINE.openTasksByOrgan()).containsExactly("Task_GiveOpinion@police");
        opinion(VariableNames.POLICE, "agree");

        assertThat(ENGINE.openTasksByOrgan()).containsExactly("Task_ReviewApplication@null");
    }

    @Test
    void the_government_decides_and_the_police_issue() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
        ProcessInstance item = ENGINE.start("school-bus-permit");

        go(4);
        assertThat(ENGINE.organOfTask()).isEqualTo(VariableNames.GOVERNMENT);
        WAY.subList(4, WAY.size()).forEach(Runnable::run);

        assertEnded(item, "EndEvent_CaseGranted");
        assertThat(ENGINE.steps())
                .containsSubsequence("acceptApplication", "askDepartment@police", "determineEligibility")
                .containsSubsequence("acceptApplication", "askDepartment@transport", "determineEligibility")
                .endsWith(
                        "determineEligibility",
                        "recordDecision@government",
                        "issueCertificate@police",
                        "sealCertificate@police",
                        "deliverResult@police",
                        "closeCase:granted");
    }

    @ParameterizedTest
    @CsvSource({"agree, object, approve", "object, agree, reject", "object, object, approve"})
    void opinions_bind_nobody_and_the_government_refuses(String police, String transport, String review) {
        ProcessInstance item = ENGINE.start("school-bus-permit");

        go(1);
        opinion(VariableNames.POLICE, police);
        opinion(VariableNames.TRANSPORT, transport);
        ENGINE.complete("Task_ReviewApplication", review);
        ENGINE.complete("Task_DecideApplication", "refused");

        assertEnded(item, "EndEvent_CaseRefused");
        assertThat(ENGINE.steps()).endsWith("recordDecision@government", "deliverResult", "closeCase:refused");
    }

    @ParameterizedTest
    @CsvSource({"refuse, EndEvent_CaseNotAccepted", "notRequired, EndEvent_CaseNotRequired"})
    void what_is_not_accepted_asks_nobody(String said, String end) {
        ProcessInstance item = ENGINE.start("school-bus-permit");

        ENGINE.complete("Task_AcceptApplication", said);

        assertEnded(item, end);
        assertThat(ENGINE.steps()).doesNotContain("askDepartment@police", "askDepartment@transport");
    }

    @Test
    void a_correction_that_never_comes_ends_the_case() {
        ProcessInstance item = ENGINE.start("school-bus-permit");

        ENGINE.complete("Task_AcceptApplication", "correct");
        ENGINE.message(MessageNames.CORRECTION_EXPIRED);

        assertEnded(item, "EndEvent_CaseCorrectionTimedOut");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_withdrawal_ends_the_case_wherever_it_waits(int before) {
        ProcessInstance item = ENGINE.start("school-bus-permit");
        go(before);

        ENGINE.withdraw(item);

        assertEnded(item, "EndEvent_CaseWithdrawn");
        assertThat(ENGINE.openTasks()).isEmpty();
    }

    @Test
    void the_guide_tells_of_both_departments() {
        ProcessModel model = ProcessModel.parse(
                "services/school-bus-permit/school-bus-permit.bpmn",
                Artefacts.bytes("services/school-bus-permit/school-bus-permit.bpmn"));

        assertThat(model.story())
                .extracting(ProcessModel.Element::name)
                .containsExactly("受理申请", "公安交管意见", "交通运输意见", "提出审查意见", "区政府决定", "发给校车标牌");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} → {6}")
    @CsvSource({
        "2027-06-30, 2027-05-31, 480, 120, compulsory, primary, ",
        "2026-11-23, 2026-11-23, 300, 36, compulsory, ordinary, ",
        "2026-11-22, 2027-05-31, 480, 120, compulsory, primary, inspectionExpired bars",
        "2027-06-30, 2026-11-22, 480, 120, compulsory, primary, insuranceExpired bars",
        " , , 480, 120, compulsory, primary, inspectionUnknown asks;insuranceUnknown asks",
        "2027-06-30, 2027-05-31, 299, 120, compulsory, primary, driverTooYoung bars",
        "2027-06-30, 2027-05-31, 719, 120, compulsory, primary, ",
        "2027-06-30, 2027-05-31, 720, 120, compulsory, primary, driverAtTheLimit asks",
        "2027-06-30, 2027-05-31, 732, 120, compulsory, primary, driverTooOld bars",
        "2027-06-30, 2027-05-31, 480, 35, compulsory, primary, drivingTooShort bars",
        "2027-06-30, 2027-05-31, , , compulsory, primary, driverAgeUnknown asks;drivingUnknown asks",
        "2027-06-30, 2027-05-31, 480, 120, preschool, kindergarten, ",
        "2027-06-30, 2027-05-31, 480, 120, preschool, primary, preschoolBus asks"
    })
    void the_table_of_examples_holds(
            String inspection,
            String insurance,
            Integer age,
            Integer driving,
            String passengers,
            String kind,
            String expected) {
        Map<String, Object> facts = new HashMap<>(Map.of("filedOn", "2026-11-23"));
        facts.put("inspectionUntil", inspection);
        facts.put("insuranceUntil", insurance);
        facts.put("driverAgeMonths", age);
        facts.put("drivingMonths", driving);
        facts.put("passengers", passengers);
        facts.put("vehicleKind", kind);

        List<String> reasons = ENGINE.decide("school-bus-permit-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
    }

    private static void opinion(String organ, String said) {
        ENGINE.complete("Task_GiveOpinion", organ, said);
    }

    private static void assertEnded(ProcessInstance item, String end) {
        assertThat(ENGINE.isRunning(item)).isFalse();
        assertThat(ENGINE.endOf(item)).isEqualTo(end);
    }

    private static void go(int steps) {
        WAY.subList(0, steps).forEach(Runnable::run);
    }
}
