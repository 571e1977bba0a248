package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.processes.VariableNames;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("determineEligibility")
class DetermineEligibilityStep implements JavaDelegate {

    private final Eligibility eligibility;

    DetermineEligibilityStep(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber number = Workflow.caseOf(execution);
        execution.setVariable(
                VariableNames.ELIGIBLE, eligibility.determine(number, execution.getProcessDefinitionId()));
    }
}
