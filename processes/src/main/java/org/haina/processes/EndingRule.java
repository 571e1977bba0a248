package org.haina.processes;

import java.util.Locale;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** A case is closed with the ending that the end event behind it names. */
final class EndingRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        model.elements(ServiceTask.class).stream()
                .filter(task -> ProcessModel.stepOf(task).equals(StepNames.CLOSE_CASE))
                .forEach(task -> {
                    String end = "EndEvent_Case" + capitalized(endingOf(model, task));
                    report.unless(
                            model.outgoing(task).stream()
                                    .map(flow -> flow.getTarget().getId())
                                    .allMatch(end::equals),
                            task.getId(),
                            "closes as \"" + endingOf(model, task) + "\" but does not lead to " + end);
                });
    }

    private static String endingOf(ProcessModel model, ServiceTask task) {
        return model.elements(CamundaInputParameter.class).stream()
                .filter(input -> VariableNames.ENDING.equals(input.getCamundaName()))
                .filter(input -> OutcomeWalk.ownerOf(input).equals(task.getId()))
                .map(input -> input.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
