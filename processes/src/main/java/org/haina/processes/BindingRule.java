package org.haina.processes;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * Phases and decisions of the same release; every phase gets the case number, and where another organ acts the name of
 * that organ, and gives an outcome, no more.
 */
final class BindingRule implements ModelRule {
    private static final int MOST_CALLS = 6;
    private static final List<List<String>> MAPPINGS = Stream.concat(
                    Stream.of(List.of("businessKey", "caseNumber → caseNumber", "outcome ← outcome")),
                    VariableNames.ORGANS.stream()
                            .map(organ -> List.of(
                                    "organ := " + organ,
                                    "businessKey",
                                    "caseNumber → caseNumber",
                                    "organ → organ",
                                    "outcome ← outcome")))
            .toList();

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        Collection<CallActivity> calls = model.elements(CallActivity.class);
        report.unless(
                calls.size() <= MOST_CALLS, model.key(), "at most " + MOST_CALLS + " call activities, each costs");
        calls.forEach(call -> {
            report.unless(
                    "deployment".equals(call.getCamundaCalledElementBinding()),
                    call.getId(),
                    "calledElementBinding must be deployment");
            report.unless(
                    MAPPINGS.contains(mappings(call)),
                    call.getId(),
                    "must hand in the business key and caseNumber, with an organ set before also that, and take out outcome, "
                            + "in this order and nothing else");
        });
        model.elements(BusinessRuleTask.class)
                .forEach(task -> report.unless(
                        "deployment".equals(task.getCamundaDecisionRefBinding()),
                        task.getId(),
                        "decisionRefBinding must be deployment"));
    }

    private static List<String> mappings(CallActivity call) {
        if (call.getExtensionElements() == null) {
            return List.of();
        }
        return call.getExtensionElements().getElements().stream()
                .map(element -> {
                    if (element instanceof CamundaInputOutput set) {
                        return set.getCamundaOutputParameters().isEmpty() ? inputs(set) : "outputs";
                    }
                    if (element instanceof CamundaIn in) {
                        return in.getCamundaBusinessKey() != null
                                ? "businessKey"
                                : in.getCamundaSource() + " → " + in.getCamundaTarget();
                    }
                    return element instanceof CamundaOut out
                            ? out.getCamundaTarget() + " ← " + out.getCamundaSource()
                            : "something else";
                })
                .toList();
    }

    private static String inputs(CamundaInputOutput set) {
        return set.getCamundaInputParameters().stream()
                .map(input -> input.getCamundaName() + " := " + ProcessModel.text(input.getTextContent()))
                .collect(Collectors.joining(", "));
    }
}
