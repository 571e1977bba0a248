package org.haina.processes;

import java.util.Set;
import java.util.regex.Matcher;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** Every name that code must answer to stands in the catalogue. */
final class VocabularyRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        ModelCatalogue known = around.catalogue();
        model.elements(ServiceTask.class)
                .forEach(task -> known("step", ProcessModel.stepOf(task), known.steps(), task.getId(), report));
        model.elements(UserTask.class)
                .forEach(task -> known(
                        "role",
                        ProcessModel.text(task.getCamundaCandidateGroups()),
                        known.roles(),
                        task.getId(),
                        report));
        model.elements(Message.class)
                .forEach(message -> known(
                        "message", ProcessModel.text(message.getName()), known.messages(), message.getId(), report));
        model.elements(BusinessRuleTask.class)
                .forEach(task -> known(
                        "decision",
                        ProcessModel.text(task.getCamundaDecisionRef()),
                        known.decisions(),
                        task.getId(),
                        report));
        model.elements(CallActivity.class)
                .forEach(call -> known(
                        "process",
                        ProcessModel.text(call.getCalledElement()),
                        around.outcomes().keySet(),
                        call.getId(),
                        report));
        variables(model, known.variables(), report);
    }

    private static void variables(ProcessModel model, Set<String> known, Report report) {
        model.flows().stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow -> {
                    Matcher condition = ExpressionRule.CONDITION.matcher(
                            flow.getConditionExpression().getTextContent().strip());
                    if (condition.matches()) {
                        known("variable", condition.group(2), known, flow.getId(), report);
                    }
                });
        model.elements(CamundaInputParameter.class)
                .forEach(in -> known("variable", in.getCamundaName(), known, OutcomeWalk.ownerOf(in), report));
        model.elements(CamundaOutputParameter.class)
                .forEach(out -> known("variable", out.getCamundaName(), known, OutcomeWalk.ownerOf(out), report));
    }

    private static void known(String kind, String name, Set<String> names, String element, Report report) {
        report.unless(names.contains(name), element, "unknown " + kind + " \"" + name + "\"");
    }
}
