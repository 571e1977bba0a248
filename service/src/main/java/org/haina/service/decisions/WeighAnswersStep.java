package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.processes.VariableNames;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("weighAnswers")
class WeighAnswersStep implements JavaDelegate {

    private final InstantDecision decision;

    WeighAnswersStep(InstantDecision decision) {
        this.decision = decision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber number = Workflow.caseOf(execution);
        execution.setVariable(VariableNames.CLEAR, decision.isClear(number, execution.getProcessDefinitionId()));
        execution.setVariable(VariableNames.ACCEPTED, decision.isAccepted(number));
    }
}
