package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFindingsTests {
    private static final ModelCatalogue CATALOGUE = ModelCatalogue.of(Set.of("teacher-qualification-eligibility"));

    private static final List<ProcessModel> GOOD = Stream.concat(
                    Artefacts.PHASES.stream(), Stream.of(Artefacts.TEACHER))
            .map(file -> ProcessModel.parse(file, Artefacts.bytes(file)))
            .toList();

    @Test
    void the_models_as_they_are_have_no_finding() {
        assertThat(ModelFindings.of(GOOD, CATALOGUE)).isEmpty();
    }

    /** Each row breaks one model: what is replaced by what, then the element and the reason that must be told. */
    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            intake   | <bpmn:messageEventDefinition id="Event_NoticeExpired_Definition" messageRef="Message_NoticeExpired" /> | <bpmn:timerEventDefinition><bpmn:timeDuration>P5D</bpmn:timeDuration></bpmn:timerEventDefinition> | Event_NoticeExpired | timerEventDefinition is not allowed: time is kept in clock_due
            review   | <bpmn:process id="review" | <bpmn:process id="reviewing" | reviewing | must be the name of the file
            review   | isExecutable="true" | isExecutable="false" | review | not executable
            review   | camunda:historyTimeToLive="P3650D" | ` ` | review | historyTimeToLive is missing
            review   | camunda:versionTag="1.0.0" | ` ` | review | versionTag is missing
            review   | name="审核申请" | ` ` | Task_ReviewApplication | a Chinese name is missing
            review   | name="审核申请" | name="Review" | Task_ReviewApplication | a Chinese name is missing
            review   | name="同意" | ` ` | Flow_Approve | a flow with a condition needs a Chinese name
            review   | Gateway_ReviewOutcome | Gateway_0x1y2z3 | Gateway_0x1y2z3 | not a generated one
            review   | Task_ReviewApplication | Activity_1abcdef | Activity_1abcdef | the id must be Task_
            checks   | name="Message_ChecksSettled" | name="Message_Checks" | Message_ChecksSettled | id and name of a message must agree
            checks   | name="Message_ChecksSettled" | name="Message_Checks" | Message_ChecksSettled | unknown message "Message_Checks"
            decision | ${recordDecision} | ${recordDecisions} | Task_RecordDecision | unknown step "recordDecisions"
            decision | ${recordDecision} | ${recordDecision.execute(execution)} | Task_RecordDecision | names its step as ${step}
            decision | camunda:delegateExpression="${recordDecision}" | camunda:class="java.lang.Object" | Task_RecordDecision | class is not allowed
            decision | camunda:delegateExpression="${recordDecision}" | camunda:expression="${a.b()}" | Task_RecordDecision | expression is not allowed
            decision | camunda:delegateExpression="${recordDecision}" | camunda:type="external" camunda:topic="x" | Task_RecordDecision | topic is not allowed
            decision | <camunda:properties> | <camunda:taskListener event="create" delegateExpression="${recordDecision}" /><camunda:properties> | Task_DecideApplication | taskListener is not allowed: no listeners in models
            decision | <camunda:properties> | <camunda:executionListener event="start" class="X" /><camunda:properties> | Task_DecideApplication | executionListener is not allowed
            decision | candidateGroups="decider" | candidateGroups="king" | Task_DecideApplication | unknown role "king"
            decision | camunda:candidateGroups="decider" | camunda:assignee="demo" | Task_DecideApplication | assignee is not allowed
            decision | candidateGroups="decider" | candidateGroups="${role}" | Task_DecideApplication | outside the three forms
            decision | value="granted,refused" | value="granted,refused,returned" | Gateway_DecisionOutcome | no flow for the outcome "returned"
            decision | value="granted,refused" | value="granted" | Flow_Refused | no outcome ever takes this flow
            decision | value="granted,refused" | value="" | Task_DecideApplication | the property outcomes is missing
            decision | value="granted,refused" | value="granted,refused,granted" | Task_DecideApplication | the same outcome twice
            decision | ${outcome == 'granted'} | ${outcome == 'granted' and caseNumber != ''} | Flow_Granted | compares one variable
            decision | ${outcome == 'granted'} | ${execution.getVariable('x')} | Flow_Granted | compares one variable
            decision | ${outcome == 'granted'} | ${result == 'granted'} | Flow_Granted | unknown variable "result"
            decision | value="granted,refused" | value="accepted,refused" | Gateway_DecisionOutcome | no flow for the outcome "accepted"
            decision | <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'granted'}</bpmn:conditionExpression> | ` ` | Flow_Granted | a condition is missing
            intake   | messageRef="Message_CorrectionExpired" | messageRef="Message_CorrectionAnswered" | Event_CorrectionAnswered | waits without a limit
            checks   | sourceRef="Task_OpenChecks" targetRef="Task_AwaitChecks" | sourceRef="Event_CaseAccepted" targetRef="Task_AwaitChecks" | Task_AwaitChecks | no step right before it asks
            issuance | >delivered< | >sent< | issuance | the outcome "sent" is not in the phase's contract
            issuance | >delivered< | >${outcome}< | Task_DeliverResult | outside the three forms
            issuance | outputParameter name="outcome" | outputParameter name="result" | Task_DeliverResult | unknown variable "result"
            issuance | >delivered< | ><camunda:script scriptFormat="groovy">1</camunda:script>< | Task_DeliverResult | script is not allowed
            issuance | camunda:asyncBefore="true" | camunda:asyncBefore="true" camunda:jobPriority="7" | Task_SealCertificate | jobPriority is not allowed
            issuance | sourceRef="Task_SealCertificate" targetRef="Task_AwaitRegistration" | sourceRef="Task_SealCertificate" targetRef="Task_IssueCertificate" | Task_AwaitRegistration | cannot be reached from a start event
            issuance | sourceRef="Task_SealCertificate" targetRef="Task_AwaitRegistration" | sourceRef="Task_SealCertificate" targetRef="Task_IssueCertificate" | Task_SealCertificate | leads to no end event
            issuance | id="Task_SealCertificate_di" bpmnElement="Task_SealCertificate" | id="Task_SealCertificate_di" bpmnElement="Task_IssueCertificate" | Task_SealCertificate | has no shape
            issuance | id="Flow_SealToRegistrationWait_di" bpmnElement="Flow_SealToRegistrationWait" | id="Flow_SealToRegistrationWait_di" bpmnElement="Flow_IssueToNumberWait" | Flow_SealToRegistrationWait | has no line
            issuance | <bpmn:documentation>编号机关答复并已存入办件后收到一次消息。</bpmn:documentation> | ` ` | Task_AwaitCertificateNumber | documentation is missing
            teacher-qualification | camunda:calledElementBinding="deployment" | camunda:calledElementBinding="latest" | Task_Intake | calledElementBinding must be deployment
            teacher-qualification | calledElement="intake" | calledElement="intakes" | Task_Intake | unknown process "intakes"
            teacher-qualification | <camunda:in businessKey="#{execution.processBusinessKey}" /> | ` ` | Task_Intake | must hand in the business key
            teacher-qualification | <camunda:in source="caseNumber" target="caseNumber" /> | <camunda:in variables="all" /> | Task_Intake | must hand in the business key
            teacher-qualification | #{execution.processBusinessKey} | #{execution.variables} | Task_Intake | outside the three forms
            teacher-qualification | ${outcome == 'timedOut'} | ${outcome == 'late'} | Gateway_Accepted | no flow for the outcome "timedOut"
            teacher-qualification | name="ending">refused< | name="ending">granted< | Task_CloseRefused | does not lead to EndEvent_CaseGranted
            teacher-qualification | <bpmn:subProcess id="SubProcess_Withdrawal" name="撤回申请" triggeredByEvent="true"> | <bpmn:subProcess id="SubProcess_Withdrawal" name="撤回申请"> | SubProcess_Withdrawal | only for an event
            """)
    void a_broken_model_is_found_out(String model, String right, String wrong, String element, String reason) {
        List<Finding> findings = ModelFindings.of(models(model, right, wrong == null ? "" : wrong), CATALOGUE);

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).endsWith(model + ".bpmn");
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason.strip());
        });
    }

    @Test
    void a_process_that_names_no_law_is_found_out() {
        String law = "法律依据：《中华人民共和国行政许可法》第三十七条、第三十八条。</bpmn:documentation>\n    <bpmn:startEvent";

        assertThat(reasonsAfter("decision", law, "</bpmn:documentation>\n    <bpmn:startEvent"))
                .containsExactly("the documentation names no legal basis 《…》");
    }

    @Test
    void a_seventh_call_activity_is_one_too_many() {
        String call =
                """
                <bpmn:callActivity id="Task_Again" name="再来" calledElement="review" camunda:calledElementBinding="deployment">
                </bpmn:callActivity>
                <bpmn:callActivity id="Task_OnceMore" name="又来" calledElement="review" camunda:calledElementBinding="deployment">
                </bpmn:callActivity><bpmn:callActivity id="Task_Intake\"""";

        assertThat(reasonsAfter("teacher-qualification", "<bpmn:callActivity id=\"Task_Intake\"", call))
                .contains("at most 6 call activities, each costs");
    }

    @Test
    void two_ways_out_of_a_task_are_found_out() {
        String flow =
                "<bpmn:sequenceFlow id=\"Flow_Extra\" sourceRef=\"Task_DecideApplication\" targetRef=\"EndEvent_DecisionGranted\" />";
        String outgoing = "<bpmn:outgoing>Flow_DecisionToRecord</bpmn:outgoing>";

        assertThat(reasonsAfter(
                        "decision",
                        List.of(outgoing, "<bpmn:sequenceFlow id=\"Flow_CompletedToDecision\""),
                        List.of(
                                outgoing + "<bpmn:outgoing>Flow_Extra</bpmn:outgoing>",
                                flow + "<bpmn:sequenceFlow id=\"Flow_CompletedToDecision\"")))
                .contains("only gateways may split the way");
    }

    @Test
    void what_is_no_model_is_refused_with_its_file() {
        for (String text :
                List.of("", "no xml", "<a/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>")) {
            assertThatExceptionOfType(InvalidModelException.class)
                    .isThrownBy(() -> ProcessModel.parse("phases/x.bpmn", text.getBytes(StandardCharsets.UTF_8)))
                    .satisfies(e -> assertThat(e.finding().file()).isEqualTo("phases/x.bpmn"));
        }
    }

    private static List<String> reasonsAfter(String model, String right, String wrong) {
        return reasonsAfter(model, List.of(right), List.of(wrong));
    }

    private static List<String> reasonsAfter(String model, List<String> right, List<String> wrong) {
        return ModelFindings.of(models(model, right, wrong), CATALOGUE).stream()
                .map(Finding::reason)
                .toList();
    }

    private static List<ProcessModel> models(String broken, String right, String wrong) {
        return models(broken, List.of(right), List.of(wrong));
    }

    private static List<ProcessModel> models(String broken, List<String> right, List<String> wrong) {
        return GOOD.stream()
                .map(model -> model.key().equals(broken) ? brokenModel(model.file(), right, wrong) : model)
                .toList();
    }

    private static ProcessModel brokenModel(String file, List<String> right, List<String> wrong) {
        String text = new String(Artefacts.bytes(file), StandardCharsets.UTF_8);
        for (int i = 0; i < right.size(); i++) {
            assertThat(text).contains(right.get(i));
            text = text.replace(right.get(i), wrong.get(i));
        }
        return ProcessModel.parse(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
